package org.sipsleuth.sip.body;

import org.sipsleuth.sip.field.SipGrammar;

/// Finds the session description in a body (RFC 5621): the body itself, or a part of a multipart
/// body, at any depth. Used again for each message.
///
/// It is of type `application/sdp`, of disposition `session`, which is what this type has unless
/// Content-Disposition names another (RFC 3261 §20.11), and not encoded. Of several the first one
/// counts; of `multipart/alternative` the last one, which is the best (RFC 2046 §5.1.4). A body
/// without a type is one if it begins with `v=`.
public final class BodyScan {

    /// Multipart bodies within each other beyond that many are not looked into.
    public static final int MOST_NESTED = 4;

    /// Parts of a message beyond that many are not looked at.
    public static final int MOST_PARTS = 256;

    /// The fields of the message, and of the part that is read at each depth.
    private final BodyFields[] fields = new BodyFields[MOST_NESTED + 1];

    /// Where it is in the multipart body at each depth.
    private final PartScan[] scans = new PartScan[MOST_NESTED];

    /// Where the session description begins, or -1 if there is none.
    public int sdpFrom;
    /// Where it ends.
    public int sdpTo;
    /// Whether the body, or a part of it that was looked at, is encoded.
    public boolean isEncoded;
    /// Where a multipart body is malformed, or -1.
    public int faultFrom;
    /// Where that ends.
    public int faultTo;
    /// Whether what is wrong is that no delimiter closes it, as in a body that is cut.
    public boolean isUnclosed;

    private int parts;

    /// One for all messages of a thread.
    public BodyScan() {
        for (int depth = 0; depth <= MOST_NESTED; depth++) {
            fields[depth] = new BodyFields();
        }
        for (int depth = 0; depth < MOST_NESTED; depth++) {
            scans[depth] = new PartScan();
        }
    }

    /// The fields of the message, to be filled before its body is read.
    public BodyFields header() {
        return fields[0];
    }

    /// Looks for the session description in the body of a message.
    public void read(byte[] a, int from, int to) {
        parts = 0;
        isEncoded = false;
        isUnclosed = false;
        sdpFrom = -1;
        faultFrom = -1;
        find(a, from, to, 0);
    }

    private boolean find(byte[] a, int from, int to, int depth) {
        BodyFields of = fields[depth];
        int begin = SipGrammar.skipLws(a, from, to);
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
        return of.hasType() && of.isMultipart(a) && depth < MOST_NESTED && findInParts(a, begin, to, depth);
    }

    private boolean findInParts(byte[] a, int from, int to, int depth) {
        BodyFields of = fields[depth];
        PartScan scan = scans[depth];
        if (!scan.begin(a, of.parameters(a), of.typeTo(), from, to)) {
            fault(from, to);
            return false;
        }
        boolean isAlternative = of.isSubtype(a, "alternative");
        boolean found = false;
        while (parts < MOST_PARTS && scan.next(a)) {
            parts++;
            if (!found || isAlternative) {
                int content = fields[depth + 1].read(a, scan.partFrom, scan.partTo);
                found |= find(a, content, scan.partTo, depth + 1);
            }
        }
        if (!scan.isClosed && parts < MOST_PARTS) {
            isUnclosed |= faultFrom < 0;
            fault(to, to);
        }
        return found;
    }

    private void fault(int from, int to) {
        if (faultFrom < 0) {
            faultFrom = from;
            faultTo = to;
        }
    }
}
