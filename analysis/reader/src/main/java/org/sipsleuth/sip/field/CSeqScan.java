package org.sipsleuth.sip.field;

/// Reads the value of CSeq (RFC 3261 §20.16); used again for each. If it does not begin with a
/// number, its second word is used as the method, or the first if there is only one.
public final class CSeqScan {
    /// The number, of any size up to [Long#MAX_VALUE]; -1 if there is none.
    public long number;
    /// Where the number ends.
    public int numberTo;
    /// Where the method lies, or -1.
    public int methodFrom;
    /// Where the method ends, or -1.
    public int methodTo;
    /// Whether the value is anything but a number, white space and a method.
    public boolean malformed;

    /// Reads the value that fills the range.
    public void read(byte[] a, int from, int to) {
        int p = from;
        while (p < to && SipGrammar.isDigit(a[p])) {
            p++;
        }
        number = SipGrammar.number(a, from, p);
        numberTo = p;
        int method = SipGrammar.skipLws(a, p, to);
        if (number < 0) {
            int second = SipGrammar.skipLws(a, SipGrammar.valueEnd(a, from, to), to);
            method = second < to ? second : method;
        }
        int end = SipGrammar.tokenEnd(a, method, to);
        boolean absent = end == method;
        methodFrom = absent ? -1 : method;
        methodTo = absent ? -1 : end;
        malformed = number < 0 || absent || method == p || end < to;
    }
}
