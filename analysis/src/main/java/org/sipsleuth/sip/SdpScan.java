package org.sipsleuth.sip;

import org.sipsleuth.sip.field.Lexis;

/// Reads a session description (RFC 8866) line by line; used again for each. Lines end as they
/// do in a header.
final class SdpScan {
    /// Where the line begins, with its letter.
    int lineFrom;

    /// Where it ends, without its line end.
    int lineTo;

    private int position;

    /// Begins at `from`.
    void begin(int from) {
        position = from;
    }

    /// Goes to the next line, empty ones included.
    ///
    /// @return false at the end
    boolean next(byte[] a, int to) {
        if (position >= to) {
            return false;
        }
        lineFrom = position;
        int p = position;
        while (true) {
            p = Lexis.skipPrintable(a, p, to);
            if (p >= to || a[p] == '\r' || a[p] == '\n') {
                break;
            }
            p++;
        }
        lineTo = p;
        position = p + (p + 1 < to && a[p] == '\r' && a[p + 1] == '\n' ? 2 : 1);
        return true;
    }

    /// The letter before the `=`, or 0 if the line has none.
    int letter(byte[] a) {
        boolean field = lineTo - lineFrom >= 2 && a[lineFrom + 1] == '=';
        return field && Lexis.isAlpha(a[lineFrom]) ? a[lineFrom] : 0;
    }

    /// Where the value begins.
    int valueFrom() {
        return lineFrom + 2;
    }

    /// Where the word that begins at `p` ends.
    int wordTo(byte[] a, int p) {
        int q = p;
        while (q < lineTo && a[q] != ' ') {
            q++;
        }
        return q;
    }

    /// Where the word after the one that ends at `p` begins; at most the line's end.
    int nextWord(byte[] a, int p) {
        int q = p;
        while (q < lineTo && a[q] == ' ') {
            q++;
        }
        return q;
    }

    /// Records what is wrong with the session description in the range.
    void check(byte[] a, int from, int to, SipLayout layout) {
        boolean first = true;
        boolean sessionConnection = false;
        boolean connection = true;
        int mediumFrom = -1;
        int mediumTo = -1;
        begin(from);
        while (next(a, to)) {
            int letter = letter(a);
            if (first && !Lexis.isWord(a, lineFrom, lineTo, "v=0")) {
                layout.defect(DefectKind.SDP_VERSION, lineFrom, lineTo);
            }
            first = false;
            if (letter == 0) {
                strangeLine(a, to, layout);
            } else if (letter == 'c') {
                connection(a, layout);
                connection = true;
                sessionConnection |= mediumFrom < 0;
            } else if (letter == 'm') {
                if (!connection) {
                    layout.defect(DefectKind.SDP_NO_CONNECTION, mediumFrom, mediumTo);
                }
                medium(a, layout);
                mediumFrom = lineFrom;
                mediumTo = lineTo;
                connection = sessionConnection;
            }
        }
        if (!connection) {
            layout.defect(DefectKind.SDP_NO_CONNECTION, mediumFrom, mediumTo);
        }
    }

    /// A line without letter; empty lines at the end are let pass.
    private void strangeLine(byte[] a, int to, SipLayout layout) {
        if (lineTo > lineFrom || Lexis.skipLws(a, position, to) < to) {
            layout.defect(DefectKind.SDP_LINE, lineFrom, lineTo);
        }
    }

    /// `m=<media> <port>[/<count>] <proto> <fmt> …`
    private void medium(byte[] a, SipLayout layout) {
        int mediaTo = wordTo(a, valueFrom());
        int port = nextWord(a, mediaTo);
        int portTo = port;
        while (portTo < lineTo && Lexis.isDigit(a[portTo])) {
            portTo++;
        }
        long number = Lexis.number(a, port, portTo);
        int protocol = nextWord(a, wordTo(a, portTo));
        int format = nextWord(a, wordTo(a, protocol));
        boolean portEnds = portTo < lineTo && (a[portTo] == ' ' || a[portTo] == '/');
        if (mediaTo == valueFrom() || number < 0 || number > 65_535 || !portEnds) {
            layout.defect(DefectKind.SDP_MEDIA, lineFrom, lineTo);
        } else if (format >= lineTo) {
            layout.defect(DefectKind.SDP_MEDIA, lineFrom, lineTo);
        }
    }

    /// `c=IN IP4 <address>` or `IP6`.
    private void connection(byte[] a, SipLayout layout) {
        int netTo = wordTo(a, valueFrom());
        int type = nextWord(a, netTo);
        int typeTo = wordTo(a, type);
        int address = nextWord(a, typeTo);
        boolean known =
                Lexis.isWord(a, valueFrom(), netTo, "in")
                        && (Lexis.isWord(a, type, typeTo, "ip4")
                                || Lexis.isWord(a, type, typeTo, "ip6"));
        if (!known || address >= lineTo || nextWord(a, wordTo(a, address)) < lineTo) {
            layout.defect(DefectKind.SDP_CONNECTION, lineFrom, lineTo);
        }
    }
}
