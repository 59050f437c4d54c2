package org.sipsleuth.dialog;

import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipLayout;

/// Tells offers from answers (RFC 3264, RFC 6337 §2) by where a session description stands.
final class SdpRole {

    private SdpRole() {}

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
