package org.sipsleuth.sip.body;

import org.sipsleuth.sip.field.ParameterScan;
import org.sipsleuth.sip.field.SipGrammar;

/// Goes from part to part of a multipart body (RFC 2046 §5.1.1); used again for each.
final class PartScan {

    /// Where the part begins, with its header.
    int partFrom;

    /// Where it ends, before the line end that belongs to the delimiter.
    int partTo;

    /// Whether the delimiter that closes the body was reached.
    boolean isClosed;

    private final ParameterScan parameter = new ParameterScan();
    private int position;
    private int to;
    private int boundaryFrom;
    private int boundaryTo;

    /// Begins with a body.
    ///
    /// @param parameters where the parameters of its Content-Type begin
    /// @param typeTo where Content-Type ends
    /// @return whether there is a first part. A boundary that Content-Type does not name is read
    ///     from the first line
    boolean begin(byte[] a, int parameters, int typeTo, int from, int bodyTo) {
        to = bodyTo;
        isClosed = false;
        boundaryFrom = -1;
        parameter.begin(parameters);
        while (boundaryFrom < 0 && parameter.next(a, typeTo)) {
            if (parameter.valueFrom >= 0 && parameter.isNamed(a, "boundary")) {
                boolean isQuoted = a[parameter.valueFrom] == '"';
                boundaryFrom = parameter.valueFrom + (isQuoted ? 1 : 0);
                boundaryTo = parameter.valueTo - (isQuoted ? 1 : 0);
            }
        }
        if (boundaryFrom < 0 && from + 1 < to && a[from] == '-' && a[from + 1] == '-') {
            boundaryFrom = from + 2;
            boundaryTo = SipGrammar.trimLws(a, boundaryFrom, lineEnd(a, from));
        }
        position = from;
        return boundaryFrom >= 0 && boundaryFrom < boundaryTo && toDelimiter(a) >= 0 && !isClosed;
    }

    /// Goes to the next part.
    ///
    /// @return false behind the last one
    boolean next(byte[] a) {
        if (isClosed || position >= to) {
            return false;
        }
        partFrom = position;
        int delimiter = toDelimiter(a);
        partTo = delimiter < 0 ? to : beforeLineEnd(a, delimiter);
        return true;
    }

    /// Goes behind the next line that is a delimiter.
    ///
    /// @return where it begins; -1 if there is none
    private int toDelimiter(byte[] a) {
        while (position < to) {
            int line = position;
            int end = lineEnd(a, line);
            position = afterLineEnd(a, end);
            int behind = line + 2 + boundaryTo - boundaryFrom;
            if (behind <= end && isDelimiter(a, line, behind)) {
                isClosed = behind + 1 < end && a[behind] == '-' && a[behind + 1] == '-';
                if (isClosed || SipGrammar.skipLws(a, behind, end) == end) {
                    return line;
                }
            }
        }
        return -1;
    }

    private boolean isDelimiter(byte[] a, int line, int behind) {
        if (a[line] != '-' || a[line + 1] != '-') {
            return false;
        }
        for (int p = line + 2; p < behind; p++) {
            if (a[p] != a[boundaryFrom + p - line - 2]) {
                return false;
            }
        }
        return true;
    }

    private int lineEnd(byte[] a, int from) {
        int p = from;
        while (p < to && a[p] != '\n' && a[p] != '\r') {
            p++;
        }
        return p;
    }

    private int afterLineEnd(byte[] a, int end) {
        boolean both = end + 1 < to && a[end] == '\r' && a[end + 1] == '\n';
        return Math.min(to, end + (both ? 2 : 1));
    }

    private int beforeLineEnd(byte[] a, int line) {
        int p = line;
        if (p > partFrom && a[p - 1] == '\n') {
            p--;
        }
        return p > partFrom && a[p - 1] == '\r' ? p - 1 : p;
    }
}
