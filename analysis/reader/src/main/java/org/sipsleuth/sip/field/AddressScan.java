package org.sipsleuth.sip.field;

/// Reads one address as From, To and Contact hold it (RFC 3261 §20.10): `name-addr` or
/// `addr-spec` with parameters after it; reused for each. The fields are the positions of its
/// pieces, -1 for one that is absent.
public final class AddressScan {
    /// Where the display name lies, its quotes included.
    public int displayFrom;
    /// Where the display name ends.
    public int displayTo;
    /// Where the URI lies, without angle brackets.
    public int uriFrom;
    /// Where the URI ends.
    public int uriTo;
    /// Whether the URI stands in angle brackets.
    public boolean isBracketed;
    /// Where the value of the `tag` parameter lies.
    public int tagFrom;
    /// Where the value of the `tag` parameter ends.
    public int tagTo;
    /// Whether that value is no token.
    public boolean isTagMalformed;
    /// Where the parameters after the address begin.
    public int parametersFrom;
    /// Where the address ends: at the comma before the next one, or at the end of the range.
    public int end;
    /// Where the first thing that is wrong lies, or -1.
    public int faultFrom;
    /// Where it ends, if it lies within the URI; else -1.
    public int faultTo;

    private final ParameterScan parameter = new ParameterScan();
    private final UriCheck uri = new UriCheck();

    /// Whether a quote or a bracket is not closed. The value is then read to its end as one
    /// address, so that no byte is searched for the other quote or bracket twice.
    private boolean unclosed;

    /// Reads the address that begins at `from`.
    ///
    /// @param list whether a comma ends the address; else it is one that stands in the wrong
    /// place
    public void read(byte[] a, int from, int to, boolean list) {
        displayFrom = displayTo = uriFrom = uriTo = tagFrom = tagTo = faultFrom = faultTo = -1;
        unclosed = false;
        isTagMalformed = false;
        isBracketed = false;
        int p = SipGrammar.skipLws(a, from, to);
        if (p < to && a[p] == '"') {
            int quoteEnd = SipGrammar.quotedEnd(a, p, to);
            if (quoteEnd < 0) {
                unclosedQuote(a, p, to);
                return;
            }
            displayFrom = p;
            displayTo = quoteEnd;
            p = SipGrammar.skipLws(a, quoteEnd, to);
            if (p >= to || a[p] != '<') {
                fault(p);
            }
        }
        p = p < to && a[p] == '<' ? bracketed(a, p, to) : unquoted(a, p, to, list);
        parametersFrom = p;
        parameters(a, p, to, list && !unclosed);
    }

    /// Whether the address is the `*` of a Contact that removes all bindings.
    public boolean isStar(byte[] a) {
        return uriTo == uriFrom + 1 && a[uriFrom] == '*';
    }

    /// Reads on from something that is no quoted string: words before a `<`, or a bare URI.
    private int unquoted(byte[] a, int from, int to, boolean list) {
        int p = from;
        int firstSpace = -1;
        int firstStrange = -1;
        while (p < to && a[p] != '<' && a[p] != ';' && (!list || a[p] != ',')) {
            if (SipGrammar.isLws(a[p])) {
                firstSpace = firstSpace < 0 ? p : firstSpace;
            } else if (firstStrange < 0 && !SipGrammar.isToken(a[p])) {
                firstStrange = p;
            }
            p++;
        }
        if (p < to && a[p] == '<') {
            if (displayFrom < 0 && p > from) {
                displayFrom = from;
                displayTo = SipGrammar.trimLws(a, from, p);
            }
            if (firstStrange >= 0) {
                fault(from);
            }
            return bracketed(a, p, to);
        }
        bare(a, from, p, firstSpace);
        return p;
    }

    private void bare(byte[] a, int from, int to, int firstSpace) {
        uriFrom = from;
        uriTo = firstSpace < 0 ? to : firstSpace;
        if (firstSpace >= 0 && SipGrammar.skipLws(a, firstSpace, to) < to) {
            fault(firstSpace);
        }
        checkUri(a);
        for (int p = uriFrom; p < uriTo; p++) {
            if (a[p] == '?' || a[p] == ',' || a[p] == '"' || a[p] == '>') {
                fault(p);
                return;
            }
        }
    }

    private int bracketed(byte[] a, int open, int to) {
        isBracketed = true;
        int p = SipGrammar.bracketedEnd(a, open + 1, to);
        while (p < to && a[p] != '>') {
            fault(p);
            p = SipGrammar.bracketedEnd(a, p + 1, to);
        }
        if (p >= to) {
            fault(open);
            unclosed = true;
            uriFrom = SipGrammar.skipLws(a, open + 1, to);
            uriTo = SipGrammar.valueEnd(a, uriFrom, to);
            return uriTo;
        }
        uriFrom = SipGrammar.skipLws(a, open + 1, p);
        uriTo = SipGrammar.trimLws(a, uriFrom, p);
        checkUri(a);
        return p + 1;
    }

    /// A display name that never ends: what stands in angle brackets after it is still the URI.
    private void unclosedQuote(byte[] a, int quote, int to) {
        fault(quote);
        parametersFrom = end = to;
        for (int p = quote; p < to; p++) {
            if (a[p] == '<') {
                displayFrom = quote;
                displayTo = SipGrammar.trimLws(a, quote, p);
                parametersFrom = bracketed(a, p, to);
                parameters(a, parametersFrom, to, false);
                return;
            }
        }
        uriFrom = uriTo = to;
    }

    private void parameters(byte[] a, int from, int to, boolean list) {
        ParameterScan next = parameter;
        next.begin(from);
        while (true) {
            while (next.next(a, to)) {
                if (tagFrom < 0 && next.valueFrom >= 0 && next.nameTo - next.nameFrom == 3 && next.isNamed(a, "tag")) {
                    tagFrom = next.valueFrom;
                    tagTo = next.valueTo;
                    isTagMalformed = SipGrammar.tokenEnd(a, tagFrom, tagTo) != tagTo;
                }
            }
            if (list || next.position >= to) {
                break;
            }
            fault(next.position);
            next.begin(next.position + 1);
        }
        if (next.faultFrom >= 0) {
            fault(next.faultFrom);
        }
        end = next.position;
    }

    private void checkUri(byte[] a) {
        if (faultFrom >= 0) {
            return;
        }
        int colon = SipGrammar.schemeEnd(a, uriFrom, uriTo);
        if (colon < 0) {
            fault(uriFrom);
        } else if (!uri.isSound(a, uriFrom, colon, uriTo)) {
            faultFrom = uri.faultFrom;
            faultTo = uri.faultTo;
        }
    }

    private void fault(int p) {
        if (faultFrom < 0) {
            faultFrom = p;
        }
    }
}
