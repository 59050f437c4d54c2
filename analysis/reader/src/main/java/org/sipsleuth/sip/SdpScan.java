package org.sipsleuth.sip;

import org.sipsleuth.sip.field.SipGrammar;

/// Reads a session description (RFC 8866) line by line; used again for each. Lines end as they
/// do in a header.
final class SdpScan {
    /// Where the line begins, with its letter.
    int lineFrom;

    /// Where it ends, without its line end.
    int lineTo;

    private int position;

    /// Whether the session has a `c=` line.
    private boolean sessionConnection;

    /// Whether the medium that is read has one, or the session; true before the first medium.
    private boolean connection;

    private int mediumFrom;
    private int mediumTo;

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
            p = SipGrammar.skipPrintable(a, p, to);
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
        return field && SipGrammar.isAlpha(a[lineFrom]) ? a[lineFrom] : 0;
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

    /// Records what is wrong with the session description in the range. Empty lines at its end are
    /// let pass.
    ///
    /// @param isCut whether lines that follow were not captured
    void check(byte[] a, int from, int to, boolean isCut, SipLayout layout) {
        sessionConnection = false;
        connection = true;
        mediumFrom = -1;
        mediumTo = -1;
        int emptyFrom = -1;
        begin(from);
        while (next(a, to)) {
            if (lineFrom == from && !isVersion(a)) {
                layout.defect(DefectKind.SDP_VERSION, lineFrom, lineTo);
            }
            if (lineFrom == lineTo) {
                emptyFrom = emptyFrom < 0 ? lineFrom : emptyFrom;
            } else {
                if (emptyFrom >= 0) {
                    layout.defect(DefectKind.SDP_LINE, emptyFrom, lineFrom);
                    emptyFrom = -1;
                }
                line(a, layout);
            }
        }
        if (!isCut) {
            endMedium(layout);
        }
    }

    private void line(byte[] a, SipLayout layout) {
        int letter = letter(a);
        if (letter == 0) {
            layout.defect(DefectKind.SDP_LINE, lineFrom, lineTo);
        } else if (letter == 'c') {
            connection(a, layout);
            connection = true;
            sessionConnection |= mediumFrom < 0;
        } else if (letter == 'm') {
            endMedium(layout);
            medium(a, layout);
            mediumFrom = lineFrom;
            mediumTo = lineTo;
            connection = sessionConnection;
        }
    }

    private void endMedium(SipLayout layout) {
        if (!connection) {
            layout.defect(DefectKind.SDP_NO_CONNECTION, mediumFrom, mediumTo);
        }
    }

    private boolean isVersion(byte[] a) {
        return lineTo - lineFrom == 3 && letter(a) == 'v' && a[lineFrom + 2] == '0';
    }

    /// `m=<media> <port>[/<count>] <proto> <fmt> …`
    private void medium(byte[] a, SipLayout layout) {
        int mediaTo = wordTo(a, valueFrom());
        int port = nextWord(a, mediaTo);
        int portTo = port;
        while (portTo < lineTo && SipGrammar.isDigit(a[portTo])) {
            portTo++;
        }
        long number = SipGrammar.number(a, port, portTo);
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
        boolean known = SipGrammar.isWord(a, valueFrom(), netTo, "in")
                && (SipGrammar.isWord(a, type, typeTo, "ip4") || SipGrammar.isWord(a, type, typeTo, "ip6"));
        if (!known || address >= lineTo || nextWord(a, wordTo(a, address)) < lineTo) {
            layout.defect(DefectKind.SDP_CONNECTION, lineFrom, lineTo);
        }
    }
}
