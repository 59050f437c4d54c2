package org.sipsleuth.dialog.note;

import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.sip.SipCut;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.Staleness;
import org.sipsleuth.sip.field.CSeq;
import org.sipsleuth.sip.field.NameAddr;

/// The fields of a message that the dialog rules need.
///
/// @param message its number in the index
/// @param type its method, or the method it answers
/// @param status its status code, 0 of a request
/// @param cseq its CSeq number, -1 without
/// @param fromTag or empty
/// @param toTag or empty
/// @param transfer when and between which endpoints it was sent
record MessageSummary(int message, String type, int status, long cseq, String fromTag, String toTag,
        Transfer transfer) {

    /// @param nanos time of capture in ns since the epoch
    /// @param source number of the source endpoint
    /// @param destination number of the destination endpoint
    /// @param transaction number of its transaction
    /// @param repeated whether it is a retransmission
    /// @param carries contents that rules depend on
    record Transfer(long nanos, int source, int destination, int transaction, boolean repeated, Carries carries) {}

    /// @param headerCut whether the capture has only the beginning of its header
    /// @param sdp a session description, or a body that may hold one: encoded, or not captured
    /// @param reliable a provisional response that PRACK must acknowledge
    /// @param credentials Authorization or Proxy-Authorization
    /// @param stale a challenge that states that the nonce had expired
    /// @param hops Max-Forwards, or -1
    /// @param routing where it leads, of an ACK and of a 2xx to INVITE
    record Carries(boolean headerCut, boolean sdp, boolean reliable, boolean credentials, boolean stale, int hops,
            Routing routing) {}

    /// Whether it may acknowledge a final response to INVITE: its number is equal, or was cut.
    boolean mayAcknowledge(MessageSummary response) {
        return isRequest("ACK") && (cseq == response.cseq || cseq < 0);
    }

    static MessageSummary of(MessageTable table, int message, SipMessage sip) {
        boolean isRequest = table.isRequest(message);
        String type = table.typeName(table.type(message));
        Carries carries = new Carries(sip.cut() == SipCut.HEADER,
                sip.sdp().isPresent() || sip.body().isEncoded() || sip.cut() != SipCut.NONE,
                sip.header("RSeq").isPresent(),
                sip.header("Authorization").isPresent() || sip.header("Proxy-Authorization").isPresent(),
                !isRequest && new Staleness().isStale(sip), hops(sip), Routing.of(sip));
        return new MessageSummary(message, isRequest ? type : sip.cSeq().map(CSeq::method).orElse(""),
                isRequest ? 0 : table.type(message), table.cseq(message), sip.from().flatMap(NameAddr::tag).orElse(""),
                sip.to().flatMap(NameAddr::tag).orElse(""),
                new Transfer(table.capturedAtNanos(message), table.source(message), table.destination(message),
                        table.transaction(message), table.isRetransmission(message), carries));
    }

    private static int hops(SipMessage sip) {
        return sip.header("Max-Forwards").filter(value -> value.matches("\\d{1,3}")).map(Integer::parseInt).orElse(-1);
    }

    boolean isRequest(String method) {
        return status == 0 && type.equals(method);
    }

    boolean isRequest() {
        return status == 0;
    }

    boolean isProvisional() {
        return status > 0 && status < 200;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isFinal() {
        return status >= 200;
    }

    boolean answers(String method) {
        return status > 0 && type.equals(method);
    }
}
