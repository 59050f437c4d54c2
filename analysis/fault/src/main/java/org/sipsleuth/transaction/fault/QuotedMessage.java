package org.sipsleuth.transaction.fault;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.sip.field.CSeq;
import org.sipsleuth.sip.field.CallId;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.sip.field.Via;

/// The beginning of a message that a capture does not have whole: what its first bytes tell.
///
/// @param name the method, or the status code of a response
/// @param method the method of the request that it is or answers; empty if that is cut off
/// @param callId empty if it is cut off
/// @param cseq -1 if it is cut off
/// @param branch of the topmost Via; empty if it is cut off
/// @param from the user of From; empty if there is none
/// @param to the user of To
record QuotedMessage(String name, boolean isRequest, String method, String callId, long cseq, String branch,
        String from, String to) {

    /// Reads the first bytes of a message; empty if they are too few, or none.
    static Optional<QuotedMessage> of(String beginning) {
        byte[] bytes = beginning.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return Optional.of(of(SipMessage.of(bytes, true)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static QuotedMessage of(SipMessage message) {
        String name = switch (message) {
            case SipRequest request -> request.method();
            case SipResponse response -> Integer.toString(response.statusCode());
        };
        boolean isRequest = message instanceof SipRequest;
        Optional<CSeq> cseq = message.cSeq();
        return new QuotedMessage(name, isRequest, cseq.map(CSeq::method).orElse(isRequest ? name : ""),
                message.callId().map(CallId::value).orElse(""), cseq.map(CSeq::number).orElse(-1L),
                message.vias().stream().findFirst().flatMap(Via::branch).orElse(""), user(message.from()),
                user(message.to()));
    }

    private static String user(Optional<NameAddr> address) {
        return address.flatMap(NameAddr::sipUri).map(SipUri::user).orElse("");
    }

    /// `INVITE from 1016 to 2035`, `200 to INVITE from 1016 to 2035`.
    String text() {
        String what = isRequest || method.isEmpty() ? name : name + " to " + method;
        return from.isEmpty() || to.isEmpty() ? what : "%s from %s to %s".formatted(what, from, to);
    }
}
