package org.sipsleuth.sip.field;

/// Reads `;name=value` parameters one after the other; reused for each. After [#next]
/// returned true, the fields are the positions of the pieces of that parameter.
public final class ParameterScan {
    /// Where the name lies.
    public int nameFrom;
    /// Where the name ends.
    public int nameTo;
    /// Where the value lies, quotes included; -1 if there is no `=`.
    public int valueFrom;
    /// Where the value ends; -1 if there is no `=`.
    public int valueTo;
    /// Where reading goes on: at the next `;`, at a comma outside of quotes, or at the end.
    public int position;
    /// Where the first thing that is wrong lies, or -1.
    public int faultFrom;

    /// Begins at `p`, after the value that the parameters belong to.
    public void begin(int p) {
        position = p;
        faultFrom = -1;
    }

    /// Reads the next parameter.
    ///
    /// @return false at the end of the parameters: [#position] is at the comma or at `to`
    public boolean next(byte[] a, int to) {
        int p = SipGrammar.skipLws(a, position, to);
        while (p < to && a[p] != ';' && a[p] != ',') {
            fault(p);
            p++;
        }
        if (p >= to || a[p] == ',') {
            position = p;
            return false;
        }
        nameFrom = SipGrammar.skipLws(a, p + 1, to);
        nameTo = SipGrammar.tokenEnd(a, nameFrom, to);
        valueFrom = -1;
        valueTo = -1;
        if (nameTo == nameFrom) {
            fault(p);
        }
        p = SipGrammar.skipLws(a, nameTo, to);
        if (p < to && a[p] == '=') {
            p = value(a, SipGrammar.skipLws(a, p + 1, to), to);
        }
        position = p;
        return true;
    }

    /// Whether the parameter has this name, in lower case.
    public boolean isNamed(byte[] a, String lower) {
        return SipGrammar.isWord(a, nameFrom, nameTo, lower);
    }

    private int value(byte[] a, int p, int to) {
        valueFrom = p;
        if (p < to && a[p] == '"') {
            int end = SipGrammar.quotedEnd(a, p, to);
            if (end < 0) {
                fault(p);
                end = to;
            }
            valueTo = end;
            return end;
        }
        valueTo = SipGrammar.valueEnd(a, p, to);
        if (valueTo == valueFrom) {
            fault(p);
        }
        return valueTo;
    }

    private void fault(int p) {
        if (faultFrom < 0) {
            faultFrom = p;
        }
    }
}
