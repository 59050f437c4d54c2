package org.sipsleuth.capture;


/// Writes IP addresses as text.
public final class IpText {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_GROUPS = 8;

    private IpText() {}

    /// Dotted decimal for four bytes, RFC 5952 for sixteen; what a text log states of an address that
    /// is none of IP.
    public static String of(byte[] address) {
        if (address.length == IPV4_BYTES) {
            return (address[0] & 0xff) + "." + (address[1] & 0xff) + "." + (address[2] & 0xff) + "."
                    + (address[3] & 0xff);
        }
        String stated = LogAddress.text(address);
        if (!stated.isEmpty()) {
            return stated;
        }
        int[] groups = new int[IPV6_GROUPS];
        for (int i = 0; i < IPV6_GROUPS; i++) {
            groups[i] = (address[2 * i] & 0xff) << 8 | (address[2 * i + 1] & 0xff);
        }
        int gapFrom = -1;
        int gapLength = 1; // a single zero group is never shortened (RFC 5952 §4.2.2)
        for (int i = 0; i < IPV6_GROUPS; i++) {
            int run = 0;
            while (i + run < IPV6_GROUPS && groups[i + run] == 0) {
                run++;
            }
            if (run > gapLength) {
                gapFrom = i;
                gapLength = run;
            }
            i += run;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < IPV6_GROUPS; i++) {
            if (i == gapFrom) {
                text.append("::");
                i += gapLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
