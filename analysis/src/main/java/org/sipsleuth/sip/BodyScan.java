package org.sipsleuth.sip;

import org.sipsleuth.sip.field.Lexis;

/// Tells where the body ends (RFC 3261 §18.3), and what is wrong with it.
final class BodyScan {

    private static final String SDP = "application/sdp";

    private BodyScan() {}

    /// Reads the body that begins at `from`; -1 if the message ends before its header does.
    static void read(byte[] a, int bodyFrom, int to, SipLayout layout) {
        int from = bodyFrom < 0 ? to : bodyFrom;
        int bodyTo = to;
        long length = layout.contentLength();
        if (length >= 0 && bodyFrom >= 0) {
            if (length > to - from) {
                layout.defect(DefectKind.BODY_CUT, to, to);
            } else {
                bodyTo = from + (int) length;
            }
            if (bodyTo < to) {
                layout.defect(DefectKind.BODY_SURPLUS, bodyTo, to);
            }
        }
        layout.part(Part.BODY, from, bodyTo);
        layout.message(layout.messageFrom(), bodyTo);
        if (bodyTo == from) {
            return;
        }
        int type = layout.from(Part.CONTENT_TYPE);
        if (type < 0 && Lexis.skipLws(a, from, bodyTo) == bodyTo) {
            return;
        }
        if (type < 0) {
            layout.defect(DefectKind.NO_CONTENT_TYPE, from, bodyTo);
        } else if (isSdp(a, type, layout.to(Part.CONTENT_TYPE))) {
            layout.sdp.check(a, from, bodyTo, layout);
        }
    }

    private static boolean isSdp(byte[] a, int from, int to) {
        int end = from + SDP.length();
        return end <= to
                && Lexis.isWord(a, from, end, SDP)
                && (end == to || !Lexis.isToken(a[end]));
    }
}
