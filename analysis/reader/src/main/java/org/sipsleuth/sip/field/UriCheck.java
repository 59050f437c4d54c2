package org.sipsleuth.sip.field;

/// Checks URIs and hosts against their grammar: `sip` and `sips` URIs (RFC 3261 §25.1), `tel` URIs
/// (RFC 3966 §3), and the characters of any other URI (RFC 3986 §2); used again for each.
///
/// Two liberties: an underscore is accepted in host names, and the third colon that the grammar of
/// RFC 3261 asks for before an embedded IPv4 address (RFC 5118 §4.10).
public final class UriCheck {

    private static final int USER = 1;
    private static final int PASSWORD = 2;
    private static final int HOST = 4;
    private static final int PARAMETER = 8;
    private static final int HEADER = 16;
    private static final int OTHER = 32;
    private static final int PHONE = 64;
    private static final byte[] CLASS = new byte[256];

    /// What a word of a Call-ID consists of.
    private static final boolean[] WORD = new boolean[256];

    private static final long SIP = SipGrammar.word("sip");
    private static final long SIPS = SipGrammar.word("sips");
    private static final long TEL = SipGrammar.word("tel");

    private static final long SIP_COLON = SipGrammar.lowerCaseWord(new byte[]{'s', 'i', 'p', ':'}, 0, 4);

    /// `sip:a@b`
    private static final int LEAST_BYTES = 7;

    private static final int MAX_PORT = 65_535;
    private static final int IPV6_GROUPS = 8;
    private static final int GROUP_DIGITS = 4;

    /// Where the first thing that is wrong begins, or -1.
    public int faultFrom;

    /// Where it ends.
    public int faultTo;

    /// Where the `?` before the header fields of a SIP URI is, or -1.
    public int headersFrom;

    static {
        mark(USER | PASSWORD | PARAMETER | HEADER | OTHER, "-_.!~*'()");
        for (int c = 'a'; c <= 'z'; c++) {
            CLASS[c] = CLASS[c - 32] = USER | PASSWORD | HOST | PARAMETER | HEADER | OTHER;
        }
        for (int c = '0'; c <= '9'; c++) {
            CLASS[c] = (byte) (CLASS['A'] | PHONE);
        }
        mark(HOST, "-._");
        mark(USER, "&=+$,;?/");
        mark(PASSWORD, "&=+$,");
        mark(PARAMETER, "[]/:&+$");
        mark(HEADER, "[]/?:+$=&");
        mark(OTHER, ";/?:@&=+$,[]#");
        mark(PHONE, "-.()*#abcdefABCDEF");
        for (int c = '!'; c <= '~'; c++) {
            WORD[c] = "#$&,;=@^|".indexOf(c) < 0;
        }
    }

    private static void mark(int use, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            CLASS[characters.charAt(i)] |= (byte) use;
        }
    }

    /// Checks the URI that fills the range.
    ///
    /// @param colon where the colon after its scheme is
    /// @return whether it is well-formed; if not, [#faultFrom] and [#faultTo] show the place
    public boolean isSound(byte[] a, int from, int colon, int to) {
        faultFrom = headersFrom = -1;
        long scheme = SipGrammar.lowerCaseWord(a, from, colon);
        int end;
        if (scheme == SIP || scheme == SIPS) {
            end = sip(a, colon + 1, to);
        } else if (scheme == TEL) {
            end = tel(a, colon + 1, to);
        } else {
            end = run(OTHER, a, colon + 1, to);
        }
        if (end == to && to > colon + 1) {
            return true;
        }
        int fault = end < 0 ? -1 - end : end;
        faultFrom = fault < to ? fault : from;
        faultTo = to;
        return false;
    }

    /// Where a URI ends that is `sip:user@host`, a port and parameters, as most are; -1 if it is
    /// another, which [#isSound] decides. With it, reading a message of four URIs takes 0.50 µs
    /// instead of 0.54 µs (0.44 µs if URIs are not checked).
    ///
    /// @param to a place behind the URI whose byte no URI holds
    public static int usualEnd(byte[] a, int from, int to) {
        if (to - from < LEAST_BYTES || to == a.length || CLASS[a[to] & 0xff] != 0
                || SipGrammar.lowerCaseWord(a, from, from + 4) != SIP_COLON) {
            return -1;
        }
        int p = from + 4;
        while ((CLASS[a[p] & 0xff] & USER) != 0) {
            p++;
        }
        if (a[p] != '@' || p == from + 4) {
            return -1;
        }
        int last = '.';
        int next = a[++p];
        while ((CLASS[next & 0xff] & HOST) != 0 && (next != '.' || last != '.')) {
            last = next;
            next = a[++p];
        }
        if (last == '.') {
            return -1;
        }
        if (next == ':') {
            p = portEnd(a, p + 1, to);
        }
        if (p > 0 && a[p] == ';') {
            p = parametersEnd(a, p, to);
        }
        return p;
    }

    /// The end of the host (RFC 3261 §25.1 `host`) that begins at `from`; if none does, -1
    /// minus the position of what is wrong.
    public static int hostEnd(byte[] a, int from, int to) {
        if (from < to && a[from] == '[') {
            return ipv6End(a, from, to);
        }
        int label = from;
        int p = from;
        while (p < to && (CLASS[a[p] & 0xff] & HOST) != 0) {
            if (a[p] == '.') {
                if (p == label) {
                    return -1 - p;
                }
                label = p + 1;
            }
            p++;
        }
        return p == from ? -1 - from : p;
    }

    /// The end of the port whose first digit is at `from`; if it is not within 0 … 65535, -1 minus
    /// its position.
    public static int portEnd(byte[] a, int from, int to) {
        int port = 0;
        int p = from;
        while (p < to && SipGrammar.isDigit(a[p]) && port <= MAX_PORT) {
            port = port * 10 + a[p] - '0';
            p++;
        }
        return p == from || port > MAX_PORT ? -1 - from : p;
    }

    /// Whether the range is a Call-ID: `word [ "@" word ]` (RFC 3261 §25.1).
    ///
    /// @return `to` if it is, else where the first thing is that is wrong
    public static int callIdEnd(byte[] a, int from, int to) {
        int p = wordEnd(a, from, to);
        return p > from && p + 1 < to && a[p] == '@' ? wordEnd(a, p + 1, to) : p;
    }

    private static int wordEnd(byte[] a, int from, int to) {
        int p = from;
        while (p < to && WORD[a[p] & 0xff]) {
            p++;
        }
        return p;
    }

    private int sip(byte[] a, int from, int to) {
        int host = userInfoEnd(a, from, to);
        int p = host < 0 ? host : hostEnd(a, host, to);
        if (p > 0 && p < to && a[p] == ':') {
            p = portEnd(a, p + 1, to);
        }
        return tail(a, p, to);
    }

    /// What may follow the host and the port: parameters, then header fields.
    private int tail(byte[] a, int from, int to) {
        int p = from;
        if (p > 0 && p < to && a[p] == ';') {
            p = parametersEnd(a, p, to);
        }
        if (p > 0 && p < to && a[p] == '?') {
            headersFrom = p;
            int end = run(HEADER, a, p + 1, to);
            p = end == p + 1 ? -1 - p : end;
        }
        return p;
    }

    /// Where the host begins; -1 minus the position of an empty user.
    private static int userInfoEnd(byte[] a, int from, int to) {
        int p = run(USER, a, from, to);
        int userTo = p;
        if (p < to && a[p] == ':') {
            p = run(PASSWORD, a, p + 1, to);
        }
        if (p == to || a[p] != '@') {
            return from;
        }
        return userTo == from ? -1 - from : p + 1;
    }

    /// `;name=value` up to what can belong to none.
    private static int parametersEnd(byte[] a, int from, int to) {
        int p = from;
        while (p < to && a[p] == ';') {
            int nameTo = run(PARAMETER, a, p + 1, to);
            if (nameTo == p + 1) {
                return -1 - p;
            }
            int name = p;
            p = nameTo;
            if (p < to && a[p] == '=') {
                p = run(PARAMETER, a, nameTo + 1, to);
                if (p == nameTo + 1) {
                    return -1 - name;
                }
            }
        }
        return p;
    }

    private static int tel(byte[] a, int from, int to) {
        int number = from < to && a[from] == '+' ? from + 1 : from;
        int p = number;
        boolean digit = false;
        while (p < to && (CLASS[a[p] & 0xff] & PHONE) != 0) {
            digit |= "-.()".indexOf(a[p]) < 0;
            p++;
        }
        if (!digit) {
            return -1 - from;
        }
        return p < to && a[p] == ';' ? parametersEnd(a, p, to) : p;
    }

    /// The first position from `p` on that is of another class, or that is no escape.
    private static int run(int use, byte[] a, int from, int to) {
        int p = from;
        while (true) {
            while (p < to && (CLASS[a[p] & 0xff] & use) != 0) {
                p++;
            }
            if (p + 2 >= to || a[p] != '%' || !isHex(a[p + 1]) || !isHex(a[p + 2])) {
                return p;
            }
            p += 3;
        }
    }

    private static boolean isHex(byte b) {
        return Character.digit(b, 16) >= 0;
    }

    /// The end of an IPv6 address in brackets.
    private static int ipv6End(byte[] a, int open, int to) {
        int close = open + 1;
        while (close < to && a[close] != ']') {
            close++;
        }
        return close < to && isIpv6(a, open + 1, close) ? close + 1 : -1 - open;
    }

    /// Whether the range is an IPv6 address (RFC 4291 §2.2): eight groups, or fewer around `::`.
    private static boolean isIpv6(byte[] a, int from, int to) {
        int groups = 0;
        boolean elided = false;
        boolean isBehindGroup = false;
        boolean isBehindColon = false;
        int p = from;
        while (p < to) {
            if (a[p] == ':' && p + 1 < to && a[p + 1] == ':') {
                if (elided || isBehindColon) {
                    return false;
                }
                elided = true;
                isBehindGroup = false;
                p += p + 2 < to && a[p + 2] == ':' && isIpv4(a, p + 3, to) ? 3 : 2;
            } else if (a[p] == ':') {
                if (!isBehindGroup) {
                    return false;
                }
                isBehindGroup = false;
                isBehindColon = true;
                p++;
            } else {
                int end = isIpv4(a, p, to) ? to : hexEnd(a, p, Math.min(to, p + GROUP_DIGITS));
                if (isBehindGroup || end == p) {
                    return false;
                }
                groups += end - p > GROUP_DIGITS ? 2 : 1;
                isBehindGroup = true;
                isBehindColon = false;
                p = end;
            }
        }
        return !isBehindColon && (elided ? groups < IPV6_GROUPS : groups == IPV6_GROUPS);
    }

    private static int hexEnd(byte[] a, int from, int to) {
        int p = from;
        while (p < to && isHex(a[p])) {
            p++;
        }
        return p;
    }

    /// Whether the range is four numbers of up to three digits, separated by dots.
    private static boolean isIpv4(byte[] a, int from, int to) {
        int p = from;
        for (int i = 0; i < 4; i++) {
            int number = p;
            while (p < to && p - number < 3 && SipGrammar.isDigit(a[p])) {
                p++;
            }
            boolean ends = i == 3 ? p == to : p < to && a[p] == '.';
            if (p == number || !ends) {
                return false;
            }
            p++;
        }
        return true;
    }
}
