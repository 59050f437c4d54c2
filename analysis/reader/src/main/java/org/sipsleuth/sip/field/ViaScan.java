package org.sipsleuth.sip.field;

/// Reads one value of Via (RFC 3261 §20.42); reused for each. The fields are the positions of its
/// pieces, -1 for one that is absent.
public final class ViaScan {
    /// Where the transport lies, e.g. `UDP`.
    public int transportFrom;
    /// Where the transport ends.
    public int transportTo;
    /// Where the host of sent-by lies, the brackets of an IPv6 reference included.
    public int hostFrom;
    /// Where the host ends.
    public int hostTo;
    /// Where the port of sent-by lies.
    public int portFrom;
    /// Where the port ends.
    public int portTo;
    /// Where the value of the `branch` parameter lies.
    public int branchFrom;
    /// Where the value of the `branch` parameter ends.
    public int branchTo;
    /// Whether that value is no token, or the magic cookie alone (RFC 3261 §8.1.1.7).
    public boolean isBranchMalformed;
    /// Where the parameters begin.
    public int parametersFrom;
    /// Where the value ends: at the comma before the next one, or at the end of the range.
    public int end;
    /// Where the first thing that is wrong lies, or -1.
    public int faultFrom;

    private static final int COOKIE_BYTES = 7;
    private static final long COOKIE = SipGrammar.word("z9hg4bk");

    private final ParameterScan parameter = new ParameterScan();

    /// Reads the value that begins at `from`.
    public void read(byte[] a, int from, int to) {
        transportFrom = transportTo = hostFrom = hostTo = portFrom = portTo = -1;
        branchFrom = branchTo = faultFrom = -1;
        isBranchMalformed = false;
        int p = protocol(a, SipGrammar.skipLws(a, from, to), to);
        p = SipGrammar.skipLws(a, p, to);
        p = sentBy(a, p, to);
        parametersFrom = p;
        parameters(a, p, to);
    }

    /// `SIP / 2.0 / transport`, where each slash may have white space around it.
    private int protocol(byte[] a, int from, int to) {
        int p = slash(a, SipGrammar.tokenEnd(a, from, to), from, to);
        int version = p;
        p = slash(a, SipGrammar.tokenEnd(a, p, to), version, to);
        transportFrom = p;
        transportTo = SipGrammar.tokenEnd(a, p, to);
        if (transportTo == transportFrom) {
            fault(from);
        }
        return transportTo;
    }

    private int slash(byte[] a, int p, int before, int to) {
        if (p == before) {
            fault(p);
        }
        p = SipGrammar.skipLws(a, p, to);
        if (p < to && a[p] == '/') {
            return SipGrammar.skipLws(a, p + 1, to);
        }
        fault(p);
        return p;
    }

    private int sentBy(byte[] a, int from, int to) {
        hostFrom = from;
        hostTo = UriCheck.hostEnd(a, from, to);
        if (hostTo < 0) {
            fault(from);
            hostTo = from;
            while (hostTo < to && !isHostDelimiter(a, from, hostTo)) {
                hostTo++;
            }
        }
        int p = SipGrammar.skipLws(a, hostTo, to);
        return p < to && a[p] == ':' ? port(a, p, to) : p;
    }

    /// Whether a host that is malformed ends here.
    private static boolean isHostDelimiter(byte[] a, int from, int p) {
        boolean isPort = a[p] == ':' && a[from] != '[';
        return isPort || a[p] == ';' || a[p] == ',' || SipGrammar.isLws(a[p]);
    }

    private int port(byte[] a, int colon, int to) {
        int p = SipGrammar.skipLws(a, colon + 1, to);
        portFrom = p;
        if (UriCheck.portEnd(a, p, to) < 0) {
            fault(colon);
        }
        while (p < to && SipGrammar.isDigit(a[p])) {
            p++;
        }
        portTo = p;
        return p;
    }

    private void parameters(byte[] a, int from, int to) {
        ParameterScan next = parameter;
        next.begin(from);
        while (next.next(a, to)) {
            if (branchFrom < 0 && next.valueFrom >= 0 && next.nameTo - next.nameFrom == 6
                    && next.isNamed(a, "branch")) {
                branchFrom = next.valueFrom;
                branchTo = next.valueTo;
                isBranchMalformed =
                        SipGrammar.tokenEnd(a, branchFrom, branchTo) < branchTo || isCookie(a, branchFrom, branchTo);
            }
        }
        if (next.faultFrom >= 0) {
            fault(next.faultFrom);
        }
        end = next.position;
    }

    /// Whether the range holds the magic cookie of a branch and nothing after it.
    public static boolean isCookie(byte[] a, int from, int to) {
        return to - from == COOKIE_BYTES && SipGrammar.lowerCaseWord(a, from, to) == COOKIE;
    }

    private void fault(int p) {
        if (faultFrom < 0) {
            faultFrom = p;
        }
    }
}
