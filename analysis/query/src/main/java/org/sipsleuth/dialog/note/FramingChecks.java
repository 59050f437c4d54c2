package org.sipsleuth.dialog.note;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.field.Via;

/// Rules about how a message is put on the wire.
final class FramingChecks {

    private static final String COOKIE = "z9hG4bK";
    private static final int LARGEST_OVER_UDP = 1_300;

    private FramingChecks() {}

    static Optional<String> contentLength(Told told) {
        OptionalInt said = said(told);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (has(told, DefectKind.BODY_CUT)) {
            return Optional.of(
                    "Content-Length says %d bytes, but only %d follow the header: the message is truncated or the field is wrong."
                            .formatted(said.getAsInt(), bodyBytes(told)));
        }
        return has(told, DefectKind.BODY_SURPLUS)
                ? Optional.of(
                        "Content-Length says %d bytes, but %d follow the header: receivers ignore the rest."
                                .formatted(said.getAsInt(), bodyBytes(told)))
                : Optional.empty();
    }

    /// WebSocket and SCTP tell themselves where a message ends.
    static Optional<String> noContentLength(Told told) {
        boolean isStream = told.transport() == Transport.TCP || told.transport() == Transport.TLS;
        return !isStream || told.sip().header("Content-Length").isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Sent over %s without Content-Length: its end is inferred from the data that follows."
                                .formatted(told.transport()));
    }

    static Optional<String> encodedBody(Told told) {
        return told.sip().body().isEncoded()
                ? Optional.of(
                        "The body or a part of it is encoded (%s) and was not decoded: SDP in it is not shown."
                                .formatted(
                                        told.sip()
                                                .header("Content-Encoding")
                                                .orElse("Content-Transfer-Encoding")))
                : Optional.empty();
    }

    private static boolean has(Told told, DefectKind kind) {
        return told.sip().defects().stream().anyMatch(defect -> defect.kind() == kind);
    }

    private static int bodyBytes(Told told) {
        return told.sip().text().length() - told.sip().bodyOffset();
    }

    private static OptionalInt said(Told told) {
        try {
            return OptionalInt.of(
                    Integer.parseInt(told.sip().header("Content-Length").orElse("none")));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    static Optional<String> largeOverUdp(Told told) {
        boolean isLarge =
                told.isRequest()
                        && told.transport() == Transport.UDP
                        && told.lengthBytes() > LARGEST_OVER_UDP;
        return isLarge
                ? Optional.of(
                        "%d bytes over UDP: requests above 1,300 bytes should use TCP; over UDP they are fragmented, and fragments are often dropped."
                                .formatted(told.lengthBytes()))
                : Optional.empty();
    }

    static Optional<String> viaTransport(Told told) {
        if (!told.isRequest()) {
            return Optional.empty();
        }
        return told.sip().vias().stream()
                .findFirst()
                .map(Via::transport)
                .map(transport -> transport.toUpperCase(Locale.ROOT))
                .filter(named -> !named.isEmpty() && !named.equals(told.transport().name()))
                .map(
                        named ->
                                "Via names %s, but the message was sent over %s: the response may be lost."
                                        .formatted(named, told.transport()));
    }

    static Optional<String> branchCookie(Told told) {
        if (!told.isRequest() || told.sip().vias().isEmpty()) {
            return Optional.empty();
        }
        boolean has =
                told.sip().vias().getFirst().branch().filter(b -> b.startsWith(COOKIE)).isPresent();
        return has
                ? Optional.empty()
                : Optional.of(
                        "The branch of its Via does not begin with z9hG4bK: its sender follows"
                                + " RFC 2543 or does not use a standard SIP stack.");
    }
}
