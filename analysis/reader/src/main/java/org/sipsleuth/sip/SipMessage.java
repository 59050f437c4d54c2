package org.sipsleuth.sip;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.sip.field.CSeq;
import org.sipsleuth.sip.field.CallId;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.Via;
import org.sipsleuth.sip.reason.ReasonValue;
import org.sipsleuth.sip.sdp.MediaDescription;

/// One whole message with its fields, for display. Immutable.
///
/// Offsets are those of the bytes it was made of, empty lines before the start line included.
public sealed interface SipMessage permits SipRequest, SipResponse {

    /// Reads a message.
    ///
    /// @param bytes exactly what [SipParser#parse] accepted
    /// @throws IllegalArgumentException if the bytes are not a SIP message
    static SipMessage of(byte[] bytes) {
        return of(bytes, false);
    }

    /// Reads a message of which only the beginning may have been captured.
    ///
    /// @param isCut whether bytes that follow were not captured
    static SipMessage of(byte[] bytes, boolean isCut) {
        return new MessageReader(bytes, isCut).message();
    }

    /// The start line without its line end.
    String startLine();

    /// All header fields in order, at most [SipLayout#MAX_FIELDS].
    List<HeaderField> headerFields();

    /// Its defects, by position.
    List<ParseDefect> defects();

    /// Where the capture cut it off.
    SipCut cut();

    /// The media type of the body.
    SipBody body();

    /// Where the body begins in the bytes; equal to the length if there is none.
    default int bodyOffset() {
        return body().offset();
    }

    /// The session description in the body, if there is one.
    default Optional<SessionDescription> sdp() {
        return body().sdp();
    }

    /// The media of its session description in order, but for the last one where the capture cut
    /// it off: its own address and direction may follow.
    default List<MediaDescription> knownMedia() {
        List<MediaDescription> all = sdp().map(SessionDescription::media).orElse(List.of());
        return cut() == SipCut.NONE || all.isEmpty() ? all : all.subList(0, all.size() - 1);
    }

    /// Whether its session description has what ICE needs (RFC 8839 §5): media then goes where ICE finds
    /// a way, if that of the other side has it, too.
    default boolean usesIce() {
        return sdp().isPresent() && (text().contains("\na=ice-ufrag:") || text().contains("\na=candidate:"));
    }

    /// The message as text, one character a byte (ISO 8859-1), so that offsets in both are the
    /// same.
    String text();

    /// The value of the first header field of this name (any case, compact or long).
    default Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /// The values of all header fields of this name (any case, compact or long), in order.
    default List<String> headers(String name) {
        String canonical = HeaderName.of(name).map(HeaderName::text).orElse(name);
        return headerFields().stream()
                .filter(field -> field.canonicalName().equalsIgnoreCase(canonical))
                .map(HeaderField::value)
                .toList();
    }

    /// The first From.
    default Optional<NameAddr> from() {
        return header(HeaderName.FROM.text()).map(NameAddr::of);
    }

    /// The first To.
    default Optional<NameAddr> to() {
        return header(HeaderName.TO.text()).map(NameAddr::of);
    }

    /// All values of all Via header fields, topmost first.
    default List<Via> vias() {
        return headers(HeaderName.VIA.text()).stream().flatMap(value -> Via.listOf(value).stream()).toList();
    }

    /// All values of all Contact header fields. The `*` that removes all bindings is one whose URI
    /// is `*`.
    default List<NameAddr> contacts() {
        return headers(HeaderName.CONTACT.text()).stream().flatMap(value -> NameAddr.listOf(value).stream()).toList();
    }

    /// All values of all Reason header fields (RFC 3326), in order.
    default List<ReasonValue> reasons() {
        return headers(HeaderName.REASON.text()).stream().flatMap(value -> ReasonValue.listOf(value).stream()).toList();
    }

    /// The first CSeq; empty if it is missing or has no number in range or no method.
    default Optional<CSeq> cSeq() {
        return header(HeaderName.CSEQ.text()).flatMap(CSeq::of);
    }

    /// The first Call-ID.
    default Optional<CallId> callId() {
        return header(HeaderName.CALL_ID.text()).map(CallId::new);
    }
}
