package org.sipsleuth.dialog.note;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.field.NameAddr;

/// A plain-language explanation of a message.
///
/// @param summary what it asks for or reports, with the values that explain it
/// @param source the RFC and section; empty if none defines it
/// @param answers which request it answers and after how long; empty for a request, and where the
///     request was not captured
public record MessageExplanation(String summary, String source, String answers) {

    private static final String FILE = "meanings.txt";
    private static final Map<String, MessageExplanation> KNOWN = read();
    private static final double NANOS_PER_SECOND = 1e9;

    /// `The callee is being alerted. Answers INVITE of frame 3 after 0.412 s. (RFC 3261 §21.1.2)`
    public String text() {
        return summary + (answers.isEmpty() ? "" : " " + answers) + (source.isEmpty() ? "" : " (" + source + ")");
    }

    /// The meaning of a message, after the words of a Warning, by which its sender says what it means.
    /// Cost: reads the earlier messages of its dialog.
    public static MessageExplanation of(SipIndex index, int message) {
        MessageTable table = index.messages();
        MessageExplanation plain = KNOWN.getOrDefault(key(table, index, message), unknown(table, message));
        SipMessage sip = index.message(message);
        String said = Stream.of(QuotedValues.warnings(sip), plain.summary(), QuotedValues.withoutWarnings(sip))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String answers = table.isRequest(message) ? "" : answered(index, message);
        return new MessageExplanation(said, plain.source(), answers);
    }

    /// The meaning of some messages depends on the dialog state or a header value.
    private static String key(MessageTable table, SipIndex index, int message) {
        String type = table.typeName(table.type(message));
        SipMessage sip = index.message(message);
        if (!table.isRequest(message)) {
            return ofResponse(type, sip, index, message);
        }
        boolean isWithin = hasTag(sip);
        return switch (type) {
            case "INVITE" -> isWithin ? "INVITE again" : type;
            case "ACK" -> ofAck(index, message);
            case "REGISTER" -> isUnregister(sip) ? "REGISTER off" : type;
            case "SUBSCRIBE" -> isWithin ? "SUBSCRIBE again" : type;
            default -> type;
        };
    }

    private static boolean isUnregister(SipMessage sip) {
        return sip instanceof SipRequest && (sip.header("Expires").filter("0"::equals).isPresent()
                || sip.contacts().stream().anyMatch(c -> "0".equals(c.parameters().get("expires"))));
    }

    /// An ACK to a 2xx is a transaction of its own; the ACK to any other final response belongs to
    /// the INVITE transaction. Without the response it can be either.
    private static String ofAck(SipIndex index, int ack) {
        MessageTable table = index.messages();
        int first = firstOfTransaction(index, ack);
        if (table.type(first) == MessageTypes.INVITE) {
            return "ACK refusal";
        }
        boolean isAnswered = false;
        for (int other : index.messagesOf(table.dialog(ack))) {
            boolean isSuccess = table.type(other) / 100 == 2 && table.isOfInvite(other);
            if (isSuccess && table.cseq(other) == table.cseq(ack)) {
                return "ACK";
            }
            isAnswered |= isSuccess && other < ack && table.source(other) == table.destination(ack);
        }
        return isAnswered ? "ACK mismatch" : "ACK lone";
    }

    /// What a response means to the request that it answers, as far as that was captured, or by the
    /// header fields that it has.
    private static String ofResponse(String status, SipMessage sip, SipIndex index, int message) {
        MessageTable table = index.messages();
        int first = firstOfTransaction(index, message);
        Optional<SipMessage> request = table.isRequest(first) ? Optional.of(index.message(first)) : Optional.empty();
        Stream<String> headers = sip.headerFields().stream().map(field -> status + "+" + field.canonicalName());
        boolean isOfInvite = table.isOfInvite(message);
        boolean isCall = isOfInvite && request.filter(invite -> !hasTag(invite)).isPresent(); // no re-INVITE
        String repeated = request.filter(MessageExplanation::hasCredentials)
                .map(_ -> " again")
                .orElse(request.isPresent() ? " first" : "");
        return Stream
                .of(Stream.of(isCall ? status + " call" : status, isOfInvite ? status + " INVITE" : status,
                        sip.sdp().isPresent() ? status + " SDP" : status), headers, Stream.of(status + repeated))
                .flatMap(Function.identity())
                .filter(key -> !key.equals(status) && KNOWN.containsKey(key))
                .findFirst()
                .orElse(status);
    }

    private static boolean hasTag(SipMessage sip) {
        return sip.to().flatMap(NameAddr::tag).isPresent();
    }

    private static boolean hasCredentials(SipMessage sip) {
        return sip.header("Authorization").isPresent() || sip.header("Proxy-Authorization").isPresent();
    }

    private static String answered(SipIndex index, int message) {
        MessageTable table = index.messages();
        int request = firstOfTransaction(index, message);
        if (request == message || !table.isRequest(request)) {
            return "";
        }
        long nanos = table.capturedAtNanos(message) - table.capturedAtNanos(request);
        String name = table.typeName(table.type(request));
        if (TimeParts.of(table.capturedAtNanos(message)) == TimeParts.NONE) {
            return "Response to %s in %s.".formatted(name, index.citation(request));
        }
        return String.format(Locale.ROOT, "Response to %s in %s after %.3f s.", name, index.citation(request),
                nanos / NANOS_PER_SECOND);
    }

    private static int firstOfTransaction(SipIndex index, int message) {
        MessageTable table = index.messages();
        int transaction = table.transaction(message);
        for (int other : index.messagesOf(table.dialog(message))) {
            if (other == message || table.transaction(other) == transaction) {
                return other;
            }
        }
        return message;
    }

    private static MessageExplanation unknown(MessageTable table, int message) {
        if (table.isRequest(message)) {
            return new MessageExplanation("A method that no standard defines.", "", "");
        }
        int hundreds = table.type(message) / 100;
        return Objects.requireNonNullElse(KNOWN.get(hundreds + "xx"),
                new MessageExplanation("Not a SIP status code.", "", ""));
    }

    private static Map<String, MessageExplanation> read() {
        Map<String, MessageExplanation> known = new HashMap<>();
        try (InputStream file = MessageExplanation.class.getResourceAsStream(FILE)) {
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(Objects.requireNonNull(file, FILE), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\\|", -1);
                if (parts.length == 3) {
                    known.put(parts[0], new MessageExplanation(parts[2], parts[1], ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(known);
    }
}
