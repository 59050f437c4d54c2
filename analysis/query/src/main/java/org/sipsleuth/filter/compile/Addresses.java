package org.sipsleuth.filter.compile;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Place;

/// Reads IP addresses and networks. Host names are never looked up.
final class Addresses {

    private static final int MOST_CHARACTERS = 60;

    private Addresses() {}

    /// The address; of a network, written with the number of its bits, the first one.
    static Value read(String text, FieldKind kind, Place place) throws FilterSyntaxException {
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash), kind);
        int bits = bits(text, kind);
        if (address.length == 0 || bits < 0) {
            throw new FilterSyntaxException(
                    "expected " + kind.text() + (kind == FieldKind.IPV4 ? ", as in 192.0.2.1 or 192.0.2.0/24"
                            : ", as in 2001:db8::1 or 2001:db8::/32") + "; names are not looked up",
                    place);
        }
        mask(address, bits);
        return new Value.Octets(address, 0, address.length);
    }

    /// How many bits of an address count.
    static int bits(String text, FieldKind kind) {
        int most = kind == FieldKind.IPV4 ? Integer.SIZE : 128;
        int slash = text.indexOf('/');
        if (slash < 0) {
            return most;
        }
        String digits = text.substring(slash + 1);
        boolean plain = digits.matches("[0-9]{1,3}");
        return plain && Integer.parseInt(digits) <= most ? Integer.parseInt(digits) : -1;
    }

    private static void mask(byte[] address, int bits) {
        for (int bit = bits; bit < address.length * Byte.SIZE; bit++) {
            address[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
    }

    /// The bytes of an address; none if it is no address of this kind.
    private static byte[] address(String text, FieldKind kind) {
        if (kind == FieldKind.IPV4) {
            return ipv4(text);
        }
        boolean plain = text.indexOf(':') >= 0 && text.length() <= MOST_CHARACTERS && text.matches("[0-9a-fA-F:.]+");
        try {
            // text with a colon is never looked up
            byte[] bytes = plain ? InetAddress.getByName(text).getAddress() : new byte[0];
            return bytes.length == 4 ? mapped(bytes) : bytes;
        } catch (UnknownHostException none) {
            return new byte[0];
        }
    }

    private static byte[] ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        if (parts.length != bytes.length) {
            return new byte[0];
        }
        for (int i = 0; i < bytes.length; i++) {
            if (!parts[i].matches("[0-9]{1,3}") || Integer.parseInt(parts[i]) > 255) {
                return new byte[0];
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static byte[] mapped(byte[] ipv4) {
        byte[] bytes = Arrays.copyOf(new byte[]{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1}, 16);
        System.arraycopy(ipv4, 0, bytes, 12, ipv4.length);
        return bytes;
    }

    /// Whether an address is in the network of another.
    static boolean isWithin(Value.Octets address, Value.Octets network, int bits) {
        if (address.length() != network.length()) {
            return false;
        }
        int fullBytes = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        boolean same = Arrays.equals(address.array(), address.from(), address.from() + fullBytes, network.array(),
                network.from(), network.from() + fullBytes);
        int difference = rest == 0 ? 0
                : (address.array()[address.from() + fullBytes] ^ network.array()[network.from() + fullBytes])
                        & (0xff00 >> rest);
        return same && (difference & 0xff) == 0;
    }
}
