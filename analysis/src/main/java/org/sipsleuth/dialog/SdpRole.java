package org.sipsleuth.dialog;

import java.nio.charset.StandardCharsets;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Tells offers from answers (RFC 3264, RFC 6337 §2) by where a session description stands.
public final class SdpRole {

    private static final byte[] TYPE = "application/sdp".getBytes(StandardCharsets.US_ASCII);

    private SdpRole() {}

    /// Whether the message carries a session description and nothing else.
    public static boolean hasSdp(byte[] buffer, SipLayout layout) {
        if (!layout.has(Part.BODY)
                || layout.to(Part.BODY) == layout.from(Part.BODY)
                || !layout.has(Part.CONTENT_TYPE)) {
            return false;
        }
        int from = layout.from(Part.CONTENT_TYPE);
        if (layout.to(Part.CONTENT_TYPE) - from < TYPE.length) {
            return false;
        }
        for (int i = 0; i < TYPE.length; i++) {
            int octet = buffer[from + i];
            if ((octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet) != TYPE[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the session description is an answer: in a response to the request that made the
    /// offer, or in an ACK or PRACK, which answer an offer made in a response.
    ///
    /// @param cseqMethod the method of CSeq
    /// @param offerCseq the CSeq of the last offer made in a request, -1 if there was none
    static boolean isAnswer(SipLayout layout, int cseqMethod, int offerCseq) {
        if (layout.isRequest()) {
            return cseqMethod == MessageTypes.ACK || cseqMethod == MessageTypes.PRACK;
        }
        return offerCseq >= 0 && layout.cseqNumber() == offerCseq;
    }
}
