package org.sipsleuth.capture;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An address as a log states it: of IP, with octets that were masked, or none.
///
/// Those that are none of IP are kept in the prefix 100:0:0:1::/64, which RFC 9780 reserves for
/// addresses that are never used.
///
/// @param high the upper half of the address as IPv6; IPv4 is mapped
/// @param low the lower half
/// @param port 0 if it is not stated
public record LogAddress(long high, long low, int port) {

    /// The prefix of addresses that are none of IP.
    private static final long PREFIX = 0x0100_0000_0000_0001L;

    private static final long MAPPED_PREFIX = 0xffffL << Integer.SIZE;

    private static final int KIND_SHIFT = 56;
    private static final int MASK_SHIFT = 48;
    private static final int LOG_HOST_KIND = 1;
    private static final int NOT_STATED_KIND = 2;
    private static final int MASKED_KIND = 3;
    private static final int ADDRESS_BYTES = 2 * Long.BYTES;
    private static final int MOST_PORT = 65_535;

    /// The host whose program wrote the log, where the log does not state its address.
    public static final LogAddress LOG_HOST = new LogAddress(PREFIX, (long) LOG_HOST_KIND << KIND_SHIFT, 0);

    /// A host that the log does not state.
    public static final LogAddress NOT_STATED = new LogAddress(PREFIX, (long) NOT_STATED_KIND << KIND_SHIFT, 0);

    private static final Pattern FORM = Pattern.compile(
            "(?:\\[(?<v6>[0-9A-Fa-f:.]{2,45})]|\\[?(?<v4>[0-9xX*]{1,3}(?:\\.[0-9xXyYzZ*]{1,3}){3})]?|(?<bare>[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{2,40}))(?::(?<port>\\d{1,5}))?");

    private static final Pattern PORT_AT_END = Pattern.compile(".*:(\\d{1,5})");

    /// Reads `192.0.2.1:5060`, `[2001:db8::1]:5060`, `198.51.X.X`; an address that is none of these,
    /// such as a name, is not stated.
    public static LogAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            Matcher end = PORT_AT_END.matcher(text);
            return NOT_STATED.onPort(end.matches() ? end.group(1) : "");
        }
        String v4 = form.group("v4");
        if (v4 != null) {
            return ofIpv4(v4).onPort(form.group("port"));
        }
        String v6 = form.group("v6") != null ? form.group("v6") : form.group("bare");
        try {
            byte[] octets = InetAddress.ofLiteral(v6).getAddress();
            if (octets.length == Integer.BYTES) {
                return ofIpv4(v6).onPort(form.group("port"));
            }
            ByteBuffer bytes = ByteBuffer.wrap(octets);
            return new LogAddress(bytes.getLong(), bytes.getLong(), 0).onPort(form.group("port"));
        } catch (IllegalArgumentException noAddress) {
            return NOT_STATED.onPort(form.group("port"));
        }
    }

    private static LogAddress ofIpv4(String text) {
        String[] octets = text.split("\\.", -1);
        long number = 0;
        int masked = 0;
        for (int i = 0; i < octets.length; i++) {
            boolean isNumber = octets[i].chars().allMatch(c -> c >= '0' && c <= '9');
            int value = isNumber ? Integer.parseInt(octets[i]) : 0;
            if (value > 255) {
                return NOT_STATED;
            }
            masked |= isNumber ? 0 : 1 << (3 - i);
            number = number << Byte.SIZE | value;
        }
        return masked == 0 ? new LogAddress(0, MAPPED_PREFIX | number, 0)
                : new LogAddress(PREFIX, (long) MASKED_KIND << KIND_SHIFT | (long) masked << MASK_SHIFT | number, 0);
    }

    /// The same on a port; text that is no port is none.
    public LogAddress onPort(@Nullable String text) {
        int number = text == null || text.isEmpty() ? 0 : Integer.parseInt(text);
        return new LogAddress(high, low, number > MOST_PORT ? 0 : number);
    }

    /// Whether it is one of IP, whole.
    public boolean isIp() {
        return high != PREFIX;
    }

    /// Whether some of its octets are masked.
    public boolean isMasked() {
        return high == PREFIX && low >>> KIND_SHIFT == MASKED_KIND;
    }

    /// Whether an address stands for a host whose address a log does not state whole.
    public static boolean isNone(InetAddress address) {
        return !text(address.getAddress()).isEmpty();
    }

    /// What to call an address of sixteen bytes that is none of IP; empty if it is one.
    public static String text(byte[] address) {
        if (address.length != ADDRESS_BYTES) {
            return "";
        }
        ByteBuffer bytes = ByteBuffer.wrap(address);
        return bytes.getLong() == PREFIX ? text(bytes.getLong()) : "";
    }

    private static String text(long low) {
        return switch ((int) (low >>> KIND_SHIFT)) {
            case LOG_HOST_KIND -> "log-host";
            case NOT_STATED_KIND -> "not-stated";
            case MASKED_KIND -> masked(low);
            default -> "";
        };
    }

    private static String masked(long low) {
        int mask = (int) (low >>> MASK_SHIFT) & 0xf;
        StringBuilder text = new StringBuilder();
        for (int i = 3; i >= 0; i--) {
            text.append((mask & (1 << i)) != 0 ? "x" : Long.toString((low >>> (i * Byte.SIZE)) & 0xff))
                    .append(i > 0 ? "." : "");
        }
        return text.toString();
    }
}
