package org.sipsleuth.belief.event;

import org.sipsleuth.sip.field.Lexis;

/// Finds single things in the text of a message whose header is known to be plain
/// ([org.sipsleuth.sip.SipLayout#plainVias]): it says the same as the parser and looks at no more
/// lines than it has to. Used again for each message. Whatever the bytes are, nothing outside of
/// them is read.
final class PlainText {

    private static final int LETTER_CASE = 0x20;

    /// Where the value of the last Via lies; -1 if it was not asked for or is not there.
    int viaFrom;

    /// Where the value of the last Via ends.
    int viaTo;

    /// Where the value of To lies; -1 if it was not asked for or is not there.
    int toFrom;

    /// Where the value of To ends.
    int toTo;

    /// Where the body begins; -1 if it was not asked for or the header does not end.
    int bodyFrom;

    private int vias;
    private boolean wantsTo;

    /// Looks through the header.
    ///
    /// @param to where the message ends, which begins at 0
    /// @param viaCount how many Vias there are; 0 if the last one is not asked for
    /// @param toField whether To is asked for
    /// @param body whether the body is asked for
    void read(byte[] a, int to, int viaCount, boolean toField, boolean body) {
        viaFrom = -1;
        toFrom = -1;
        bodyFrom = -1;
        vias = viaCount;
        wantsTo = toField;
        int p = 0;
        while (p < to && isLineEnd(a[p])) {
            p++;
        }
        p = lineEnd(a, p, to);
        while ((vias > 0 || wantsTo || body) && p + 3 < to) {
            p += 2;
            if (a[p] == '\r') {
                bodyFrom = p + 2;
                return;
            }
            p = line(a, p, to);
        }
    }

    /// @return where the line ends
    private int line(byte[] a, int from, int to) {
        int letter = a[from] | LETTER_CASE;
        if ((letter != 'v' || vias == 0) && (letter != 't' || !wantsTo)) {
            return Lexis.skipPrintable(a, from, to);
        }
        int colon = Lexis.nameEnd(a, from, to);
        int value = colon + 1 < to && a[colon + 1] == ' ' ? colon + 2 : Math.min(colon + 1, to);
        int end = Lexis.skipPrintable(a, value, to);
        if (vias > 0 && isNamed(a, from, colon, "v", "via")) {
            viaFrom = --vias == 0 ? value : -1;
            viaTo = end;
        } else if (wantsTo && isNamed(a, from, colon, "t", "to")) {
            toFrom = value;
            toTo = end;
            wantsTo = false;
        }
        return end;
    }

    private static boolean isNamed(byte[] a, int from, int to, String compact, String name) {
        return Lexis.isWord(a, from, to, to - from == 1 ? compact : name);
    }

    private static int lineEnd(byte[] a, int from, int to) {
        int p = Lexis.skipPrintable(a, from, to);
        while (p < to && !isLineEnd(a[p])) {
            p = Lexis.skipPrintable(a, p + 1, to);
        }
        return p;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
