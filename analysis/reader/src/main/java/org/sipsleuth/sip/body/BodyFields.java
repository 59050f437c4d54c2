package org.sipsleuth.sip.body;

import org.sipsleuth.sip.field.SipGrammar;

/// The header fields that describe a body or a body part (RFC 5621 §3), as positions of their
/// values; reused for each. The first field of a name counts.
public final class BodyFields {

    private static final String TRANSFER = "content-transfer-encoding";

    private int typeFrom;
    private int typeTo;
    private int subtypeFrom;
    private int dispositionFrom;
    private int dispositionTo;
    private int encodingFrom;
    private int encodingTo;
    private int transferFrom;
    private int transferTo;

    /// Clears it.
    public void clear() {
        typeFrom = subtypeFrom = dispositionFrom = encodingFrom = transferFrom = -1;
    }

    /// Content-Type. One that is not a type and a subtype is ignored.
    public void type(byte[] a, int from, int to) {
        if (typeFrom >= 0) {
            return;
        }
        int slash = SipGrammar.skipLws(a, SipGrammar.tokenEnd(a, from, to), to);
        int subtype = SipGrammar.skipLws(a, Math.min(slash + 1, to), to);
        if (slash > from && slash < to && a[slash] == '/' && SipGrammar.tokenEnd(a, subtype, to) > subtype) {
            typeFrom = from;
            typeTo = to;
            subtypeFrom = subtype;
        }
    }

    /// Content-Disposition.
    public void disposition(int from, int to) {
        if (dispositionFrom < 0) {
            dispositionFrom = from;
            dispositionTo = to;
        }
    }

    /// Content-Encoding.
    public void encoding(int from, int to) {
        if (encodingFrom < 0) {
            encodingFrom = from;
            encodingTo = to;
        }
    }

    /// Reads the header of a part.
    ///
    /// @return where the part's content begins
    int read(byte[] a, int from, int to) {
        clear();
        int p = from;
        while (p < to && a[p] != '\r' && a[p] != '\n') {
            int nameTo = SipGrammar.tokenEnd(a, p, to);
            int colon = nameTo;
            while (colon < to && (a[colon] == ' ' || a[colon] == '\t')) {
                colon++;
            }
            if (nameTo == p || colon == to || a[colon] != ':') {
                return p; // its sender left the header out
            }
            int end = valueEnd(a, colon + 1, to);
            int value = SipGrammar.skipLws(a, colon + 1, end);
            field(a, p, nameTo, value, SipGrammar.trimLws(a, value, end));
            p = end;
        }
        return afterLineEnd(a, p, to);
    }

    private void field(byte[] a, int from, int nameTo, int value, int valueTo) {
        if (isNamed(a, from, nameTo, "content-type", 'c')) {
            type(a, value, valueTo);
        } else if (isNamed(a, from, nameTo, "content-encoding", 'e')) {
            encoding(value, valueTo);
        } else if (SipGrammar.isWord(a, from, nameTo, "content-disposition")) {
            disposition(value, valueTo);
        } else if (transferFrom < 0 && SipGrammar.isWord(a, from, nameTo, TRANSFER)) {
            transferFrom = value;
            transferTo = valueTo;
        }
    }

    private static boolean isNamed(byte[] a, int from, int to, String lower, char compact) {
        return to - from == 1 ? (a[from] | 0x20) == compact : SipGrammar.isWord(a, from, to, lower);
    }

    /// Behind the line end of a field, and of the lines that continue it.
    private static int valueEnd(byte[] a, int from, int to) {
        int p = from;
        do {
            while (p < to && a[p] != '\r' && a[p] != '\n') {
                p++;
            }
            p = afterLineEnd(a, p, to);
        } while (p < to && (a[p] == ' ' || a[p] == '\t'));
        return p;
    }

    private static int afterLineEnd(byte[] a, int end, int to) {
        boolean both = end + 1 < to && a[end] == '\r' && a[end + 1] == '\n';
        return Math.min(to, end + (both ? 2 : 1));
    }

    /// Whether there is a Content-Type.
    boolean hasType() {
        return typeFrom >= 0;
    }

    /// Whether the type is `application/sdp`.
    boolean isSdp(byte[] a) {
        return isFirst(a, typeFrom, typeTo, "application") && isSubtype(a, "sdp");
    }

    boolean isMultipart(byte[] a) {
        return isFirst(a, typeFrom, typeTo, "multipart");
    }

    boolean isSubtype(byte[] a, String lower) {
        return isFirst(a, subtypeFrom, typeTo, lower);
    }

    /// Where the parameters of Content-Type begin.
    int parameters(byte[] a) {
        return SipGrammar.tokenEnd(a, subtypeFrom, typeTo);
    }

    /// Where Content-Type ends.
    int typeTo() {
        return typeTo;
    }

    /// Whether Content-Disposition names another purpose than that of setting up the session (RFC
    /// 5621 §8).
    boolean isOfOtherPurpose(byte[] a) {
        return dispositionFrom >= 0 && !isFirst(a, dispositionFrom, dispositionTo, "session");
    }

    /// Whether the content is compressed, or written in another alphabet.
    boolean isEncoded(byte[] a) {
        boolean isCompressed =
                encodingFrom >= 0 && encodingFrom < encodingTo && !isFirst(a, encodingFrom, encodingTo, "identity");
        boolean isPlain = transferFrom < 0 || isFirst(a, transferFrom, transferTo, "binary")
                || isFirst(a, transferFrom, transferTo, "8bit") || isFirst(a, transferFrom, transferTo, "7bit");
        return isCompressed || !isPlain;
    }

    private static boolean isFirst(byte[] a, int from, int to, String lower) {
        return from >= 0 && SipGrammar.isWord(a, from, SipGrammar.tokenEnd(a, from, to), lower);
    }
}
