package org.sipsleuth.sip.body;

import java.util.ArrayList;
import java.util.List;
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

    /// The fields of the message, and of the part that is read at each depth, as far as any was.
    private final List<BodyFields> fields = new ArrayList<>(List.of(new BodyFields()));

    /// Where it is in the multipart body at each depth.
    private final List<PartScan> scans = new ArrayList<>(0);

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

    /// The fields of the message, to be filled before its body is read.
    public BodyFields header() {
        return fields.getFirst();
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
        BodyFields of = fields.get(depth);
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
        if (depth == scans.size()) {
            scans.add(new PartScan());
            fields.add(new BodyFields());
        }
        BodyFields of = fields.get(depth);
        PartScan scan = scans.get(depth);
        if (!scan.begin(a, of.parameters(a), of.typeTo(), from, to)) {
            fault(from, to);
            return false;
        }
        boolean isAlternative = of.isSubtype(a, "alternative");
        boolean found = false;
        while (parts < MOST_PARTS && scan.next(a)) {
            parts++;
            if (!found || isAlternative) {
                int content = fields.get(depth + 1).read(a, scan.partFrom, scan.partTo);
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
