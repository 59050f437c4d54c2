package org.sipsleuth.dialog.note;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.SipCut;
import org.sipsleuth.sip.field.Via;

/// Rules about how a message is put on the wire.
final class FramingChecks {

    private static final String COOKIE = "z9hG4bK";
    private static final int LARGEST_OVER_UDP = 1_300;

    private FramingChecks() {}

    static Optional<String> contentLength(ReadMessage context) {
        OptionalInt declared = declaredLength(context);
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        if (has(context, DefectKind.BODY_CUT)) {
            return Optional.of(
                    "Content-Length says %d bytes, but only %d follow the header: the message is truncated or the field is wrong."
                            .formatted(declared.getAsInt(), bodyBytes(context)));
        }
        return has(context, DefectKind.BODY_SURPLUS)
                ? Optional.of("Content-Length says %d bytes, but %d follow the header: receivers ignore the rest."
                        .formatted(declared.getAsInt(), bodyBytes(context)))
                : Optional.empty();
    }

    /// WebSocket and SCTP preserve message boundaries and need no Content-Length.
    static Optional<String> noContentLength(ReadMessage context) {
        boolean isStream = context.transport() == Transport.TCP || context.transport() == Transport.TLS;
        return !isStream || context.sip().cut() == SipCut.HEADER || context.sip().header("Content-Length").isPresent()
                ? Optional.empty()
                : Optional.of("Sent over %s without Content-Length: its end is inferred from the data that follows."
                        .formatted(context.transport()));
    }

    static Optional<String> cut(ReadMessage context) {
        return context.sip().cut() == SipCut.NONE ? Optional.empty()
                : Optional.of(
                        "Only the first %d bytes were captured: what follows in the %s is unknown, and what the cut touches is not judged."
                                .formatted(context.lengthBytes(),
                                        context.sip().cut() == SipCut.HEADER ? "header and the body" : "body"));
    }

    static Optional<String> encodedBody(ReadMessage context) {
        return context.sip().body().isEncoded()
                ? Optional.of("The body or a part of it is encoded (%s) and was not decoded: SDP in it is not shown."
                        .formatted(context.sip().header("Content-Encoding").orElse("Content-Transfer-Encoding")))
                : Optional.empty();
    }

    private static boolean has(ReadMessage context, DefectKind kind) {
        return context.sip().defects().stream().anyMatch(defect -> defect.kind() == kind);
    }

    private static int bodyBytes(ReadMessage context) {
        return context.sip().text().length() - context.sip().bodyOffset();
    }

    private static OptionalInt declaredLength(ReadMessage context) {
        try {
            return OptionalInt.of(Integer.parseInt(context.sip().header("Content-Length").orElse("none")));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    static Optional<String> largeOverUdp(ReadMessage context) {
        boolean isLarge =
                context.isRequest() && context.transport() == Transport.UDP && context.lengthBytes() > LARGEST_OVER_UDP;
        return isLarge ? Optional.of(
                "%d bytes over UDP: requests above 1,300 bytes are to use TCP, since larger datagrams may be fragmented and fragments lost."
                        .formatted(context.lengthBytes()))
                : Optional.empty();
    }

    static Optional<String> viaTransport(ReadMessage context) {
        if (!context.isRequest()) {
            return Optional.empty();
        }
        return context.sip()
                .vias()
                .stream()
                .findFirst()
                .map(Via::transport)
                .map(transport -> transport.toUpperCase(Locale.ROOT))
                .filter(named -> !named.isEmpty() && !named.equals(context.transport().name()))
                .map(named -> "Via names %s, but the message was sent over %s: the response may be lost."
                        .formatted(named, context.transport()));
    }

    static Optional<String> branchCookie(ReadMessage context) {
        if (!context.isRequest() || context.sip().vias().isEmpty()) {
            return Optional.empty();
        }
        boolean has = context.sip().vias().getFirst().branch().filter(b -> b.startsWith(COOKIE)).isPresent();
        return has ? Optional.empty()
                : Optional.of("The branch of its Via does not begin with z9hG4bK: its sender follows"
                        + " RFC 2543 or does not use a standard SIP stack.");
    }
}
