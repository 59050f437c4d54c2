package org.sipsleuth.sip.field;

/// Finds a parameter of credentials or of a challenge, as Authorization and WWW-Authenticate hold
/// them (RFC 7616 §3.3, §3.4): a scheme, then `name=value` separated by commas. Used again for
/// each.
public final class DigestScan {

    /// Where the value begins, without its quotes.
    public int from;

    /// Where it ends.
    public int to;

    /// Searches the range for the first parameter of a name in lower case.
    ///
    /// @return whether it was found
    public boolean find(byte[] a, int valueFrom, int valueTo, String lower) {
        int p = SipGrammar.skipLws(a, valueFrom, valueTo);
        p = SipGrammar.tokenEnd(a, p, valueTo); // the scheme
        while (p < valueTo) {
            int name = p;
            int nameTo = SipGrammar.tokenEnd(a, name, valueTo);
            int equals = SipGrammar.skipLws(a, nameTo, valueTo);
            if (nameTo == name || equals == valueTo || a[equals] != '=') {
                p = Math.max(nameTo, name + 1);
                continue;
            }
            p = value(a, SipGrammar.skipLws(a, equals + 1, valueTo), valueTo);
            if (SipGrammar.isWord(a, name, nameTo, lower)) {
                return true;
            }
        }
        return false;
    }

    private int value(byte[] a, int p, int end) {
        if (p < end && a[p] == '"') {
            int quoted = SipGrammar.quotedEnd(a, p, end);
            from = p + 1;
            to = quoted < 0 ? end : quoted - 1;
            return quoted < 0 ? end : quoted;
        }
        from = p;
        to = SipGrammar.valueEnd(a, p, end);
        return to;
    }
}
