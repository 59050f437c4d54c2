package org.sipsleuth.sip;

import org.sipsleuth.sip.field.Lexis;

/// Finds the session description in a body (RFC 5621): the body itself, or a part of a multipart
/// body, at any depth. Used again for each message.
///
/// It is of type `application/sdp`, of disposition `session`, which is what this type has unless
/// Content-Disposition names another (RFC 3261 §20.11), and not encoded. Of several the first one
/// counts; of `multipart/alternative` the last one, which is the best (RFC 2046 §5.1.4). A body
/// without a type is one if it begins with `v=`.
final class BodyScan {

    /// Multipart bodies within each other beyond that many are not looked into.
    static final int MOST_NESTED = 4;

    /// Parts of a message beyond that many are not looked at.
    static final int MOST_PARTS = 256;

    /// The fields of the message, and of the part that is read at each depth.
    private final BodyFields[] fields = new BodyFields[MOST_NESTED + 1];

    /// Where it is in the multipart body at each depth.
    private final PartScan[] scans = new PartScan[MOST_NESTED];

    private int parts;
    private int sdpFrom;
    private int sdpTo;
    private boolean isEncoded;

    BodyScan() {
        for (int depth = 0; depth <= MOST_NESTED; depth++) {
            fields[depth] = new BodyFields();
        }
        for (int depth = 0; depth < MOST_NESTED; depth++) {
            scans[depth] = new PartScan();
        }
    }

    /// The fields of the message, to be filled before its body is read.
    BodyFields header() {
        return fields[0];
    }

    /// Looks for the session description in the body of a message, which becomes its [Part#SDP].
    void read(byte[] a, int from, int to, SipLayout layout) {
        parts = 0;
        isEncoded = false;
        if (find(a, from, to, 0, layout)) {
            layout.part(Part.SDP, sdpFrom, sdpTo);
        }
        if (isEncoded) {
            layout.encodedBody();
        }
    }

    private boolean find(byte[] a, int from, int to, int depth, SipLayout layout) {
        BodyFields of = fields[depth];
        int begin = Lexis.skipLws(a, from, to);
        boolean isMixed = of.isMultipart(a) && of.isSubtype(a, "mixed");
        if (begin == to || (of.isOfOtherPurpose(a) && !isMixed)) {
            return false;
        }
        if (of.isEncoded(a)) {
            isEncoded = true;
            return false;
        }
        boolean beginsAsSdp = begin + 1 < to && a[begin] == 'v' && a[begin + 1] == '=';
        if (of.hasType() ? of.isSdp(a) : beginsAsSdp) {
            sdpFrom = from;
            sdpTo = to;
            return true;
        }
        return of.hasType()
                && of.isMultipart(a)
                && depth < MOST_NESTED
                && findInParts(a, begin, to, depth, layout);
    }

    private boolean findInParts(byte[] a, int from, int to, int depth, SipLayout layout) {
        BodyFields of = fields[depth];
        PartScan scan = scans[depth];
        if (!scan.begin(a, of.parameters(a), of.typeTo(), from, to)) {
            layout.defect(DefectKind.MULTIPART, from, to);
            return false;
        }
        boolean isAlternative = of.isSubtype(a, "alternative");
        boolean found = false;
        while (parts < MOST_PARTS && scan.next(a)) {
            parts++;
            if (!found || isAlternative) {
                int content = fields[depth + 1].read(a, scan.partFrom, scan.partTo);
                found |= find(a, content, scan.partTo, depth + 1, layout);
            }
        }
        if (!scan.isClosed && parts < MOST_PARTS && !layout.has(DefectKind.BODY_CUT, 1)) {
            layout.defect(DefectKind.MULTIPART, to, to);
        }
        return found;
    }
}
