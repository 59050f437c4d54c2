package org.sipsleuth.simulate.agent.transaction;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;

/// Finds the socket of a URI with a numeric address. Host names do not resolve.
public final class Addresses {

    private static final int USUAL_PORT = 5060;
    private static final int LAST_PORT = 65_535;
    private static final int REMEMBERED = 20_000;
    private static final int QUAD = 4;
    private static final int LAST_BYTE = 255;
    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;
    private static final int HEX = 16;

    private final Map<String, Socket> known = new HashMap<>();

    /// The socket of `sip:alice@192.0.2.1:5060;transport=udp`, of the same in angle brackets, or of
    /// a Via value; null if it has a host name.
    public @Nullable Socket socket(String uri) {
        Socket socket = known.get(uri);
        if (socket == null) {
            socket = parsed(hostAndPort(uri));
            if (socket != null) {
                if (known.size() >= REMEMBERED) {
                    known.clear();
                }
                known.put(uri, socket);
            }
        }
        return socket;
    }

    /// Whether a URI names this host, without or with a port.
    public static boolean isAt(String uri, String host) {
        int begin = Math.max(uri.indexOf('@'), uri.indexOf("sip:") + "sip:".length() - 1) + 1;
        int end = begin + host.length();
        return uri.startsWith(host, begin) && (end == uri.length() || ":;?>, ".indexOf(uri.charAt(end)) >= 0);
    }

    /// The URI in a value of Contact or Route: what angle brackets enclose, or all of it.
    public static String uri(String value) {
        int open = value.indexOf('<');
        int close = value.indexOf('>', open + 1);
        return open < 0 || close < 0 ? value : value.substring(open + 1, close);
    }

    /// The user part of a URI, or empty.
    public static String user(String uri) {
        return NameAddress.userOf(uri);
    }

    /// The host part of a URI, without port.
    public static String host(String uri) {
        String rest = hostAndPort(uri);
        int end = rest.startsWith("[") ? rest.indexOf(']') + 1 : rest.indexOf(':');
        return end <= 0 ? rest : rest.substring(0, end);
    }

    private static String hostAndPort(String value) {
        String uri = uri(value);
        int begin = uri.indexOf('@') + 1;
        if (begin == 0 && uri.startsWith("sip:")) {
            begin = "sip:".length();
        }
        int end = begin;
        while (end < uri.length() && ";?>, ".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return uri.substring(begin, end);
    }

    private static @Nullable Socket parsed(String text) {
        boolean bracket = text.startsWith("[");
        int colon = bracket ? text.indexOf(':', text.indexOf(']') + 1) : text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        int port = colon < 0 ? USUAL_PORT : number(text.substring(colon + 1), 10, LAST_PORT);
        Host host = bracket ? ipv6(name.substring(1, name.length() - 1)) : ipv4(name);
        return host == null || port < 0 ? null : new Socket(host, port);
    }

    private static @Nullable Host ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        int value = 0;
        for (String part : parts) {
            int number = number(part, 10, LAST_BYTE);
            if (number < 0) {
                return null;
            }
            value = value << Byte.SIZE | number;
        }
        return parts.length == QUAD ? Host.ipv4(value) : null;
    }

    private static @Nullable Host ipv6(String text) {
        int gap = text.indexOf("::");
        String[] before = (gap < 0 ? text : text.substring(0, gap)).split(":", -1);
        String[] after = gap < 0 ? new String[0] : text.substring(gap + 2).split(":", -1);
        long[] halves = new long[2];
        int place = 0;
        for (String group : before) {
            if (!put(halves, place++, group)) {
                return null;
            }
        }
        place = GROUPS - after.length;
        for (String group : after) {
            if (!put(halves, place++, group)) {
                return null;
            }
        }
        return Host.ipv6(halves[0], halves[1]);
    }

    private static boolean put(long[] halves, int place, String group) {
        int number = group.isEmpty() ? 0 : number(group, HEX, 0xffff);
        if (number < 0 || place < 0 || place >= GROUPS) {
            return false;
        }
        int shift = GROUP_BITS * (3 - place % 4);
        halves[place / 4] |= (long) number << shift;
        return true;
    }

    private static int number(String text, int radix, int most) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), radix);
            value = value * radix + digit;
            if (digit < 0 || value > most) {
                return -1;
            }
        }
        return text.isEmpty() ? -1 : value;
    }
}
