package org.sipsleuth.conformance;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sentence.Sentence.field;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.term;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sipsleuth.conformance.abnf.Grammar;
import org.sipsleuth.conformance.abnf.Match;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sip.HeaderName;

/// Checks start line, header fields and SDP lines against the grammars of the RFCs.
final class FieldSyntax {

    private static final List<String> SOURCES =
            List.of("rfc5234", "rfc3261", "rfc3262", "rfc3311", "rfc3428", "rfc3515", "rfc3903", "rfc6665", "rfc8866");

    private static final String RULE = "syntax";
    private static final String EXTENSION = "extension-header";

    /// The fields that messages are routed and matched by (RFC 3261 §8.1.1, §12, §16).
    private static final Set<String> DECISIVE = Set.of(MessageField.START_LINE, "Via", "From", "To", "Call-ID", "CSeq",
            "Contact", "Max-Forwards", "Date", "Route", "Record-Route", "Require", "Proxy-Require", "Content-Type",
            "Authorization", "Proxy-Authorization", "WWW-Authenticate", "Proxy-Authenticate", "RAck", "RSeq",
            "Refer-To", "Event", "Subscription-State", "Expires", "SIP-ETag", "SIP-If-Match");

    private static final Set<String> DECISIVE_SDP = Set.of("sdp-v", "sdp-o", "sdp-c", "sdp-t", "sdp-m");

    /// Alternatives that a text lists; all of them are in [Departure#expected].
    private static final int EXPECTED_IN_TEXT = 3;

    private FieldSyntax() {}

    /// Compiled when the first message is checked.
    private static final class Compiled {
        static final Grammar GRAMMAR = Grammar.of(SOURCES.stream().map(Compiled::source).toList());

        private static String source(String name) {
            try (InputStream in = FieldSyntax.class.getResourceAsStream(name + ".abnf")) {
                if (in == null) {
                    throw new FileNotFoundException(name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }

    static Grammar grammar() {
        return Compiled.GRAMMAR;
    }

    /// Checks the start line.
    static void checkStartLine(DividedMessage message, Departures departures) {
        MessageField line = message.startLine();
        byte[] closed = Arrays.copyOf(message.unfolded(), line.end() + 2);
        closed[line.end()] = '\r'; // the rules of start lines end with CRLF
        closed[line.end() + 1] = '\n';
        String rule = message.isResponse() ? "Status-Line" : "Request-Line";
        check(rule, line.name(), closed, line.offset(), line.end() + 2, departures);
    }

    /// Checks a header field against its rule, or as an extension.
    static void checkField(DividedMessage message, MessageField field, Departures departures) {
        // other rules have names that a header field may have, too: user, port, time
        boolean isField = HeaderName.of(field.name()).isPresent() && grammar().has(field.name());
        String rule = isField ? field.name() : EXTENSION;
        check(rule, field.name(), message.unfolded(), field.offset(), field.end(), departures);
    }

    /// Checks a line of a session description.
    ///
    /// @param type its letter
    static void checkSdp(byte[] bytes, char type, int from, int to, Departures departures) {
        check("sdp-" + type, MessageField.SDP, bytes, from, to, departures);
    }

    private static void check(String rule, String field, byte[] bytes, int from, int to, Departures departures) {
        Match match = grammar().match(rule, bytes, from, to, departures.budget());
        switch (match.outcome()) {
            case FITS -> {
                // nothing to report
            }
            case TOO_COSTLY -> departures.addTooCostly(field, from, to - from);
            case DEPARTS -> {
                int place = from + match.position();
                departures.add(new Departure(RULE, field, place, place < to ? 1 : 0, severity(rule, field),
                        text(rule, field, bytes, place, to, match.expected()), reference(rule, field),
                        match.derivation(), match.expected()));
            }
        }
    }

    private static Sentence text(String rule, String field, byte[] bytes, int place, int to, List<String> expected) {
        Sentence where = place < to ? shown(bytes[place]) : Departures.text("syntax.end");
        String name = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        String what = rule.startsWith("sdp-") ? "SDP line " + rule.substring(4) + '=' : name;
        return Departures.text("syntax", field(what), where, listed(expected));
    }

    private static Sentence listed(List<String> expected) {
        List<Sentence> shown = new ArrayList<>();
        for (String each : expected.subList(0, Math.min(EXPECTED_IN_TEXT, expected.size()))) {
            shown.add(each.equals("end") ? Departures.text("syntax.end") : term(each));
        }
        if (shown.size() == 1) {
            return shown.getFirst();
        }
        Sentence last = shown.removeLast();
        return Departures.text("syntax.or", joined(COMMA, shown), last);
    }

    private static Sentence shown(byte value) {
        int unsigned = value & 0xff;
        if (unsigned == ' ') {
            return Departures.text("syntax.space");
        }
        return captured(
                unsigned > ' ' && unsigned < 0x7f ? "\"" + (char) unsigned + '"' : "byte 0x%02X".formatted(unsigned));
    }

    private static Severity severity(String rule, String field) {
        if (field.equals("Content-Length")) {
            return Severity.HIGH; // where the message ends is a matter of each parser then
        }
        return DECISIVE.contains(field) || DECISIVE_SDP.contains(rule) ? Severity.MEDIUM : Severity.LOW;
    }

    private static String reference(String rule, String field) {
        if (rule.startsWith("sdp-")) {
            return "RFC 8866 §9";
        }
        return switch (field) {
            case "Authorization", "Proxy-Authorization", "WWW-Authenticate", "Proxy-Authenticate" ->
                    "RFC 3261 §25.1, RFC 8898 §4";
            case "RAck", "RSeq" -> "RFC 3262 §10";
            case "Refer-To" -> "RFC 3515 §2.1";
            case "SIP-ETag", "SIP-If-Match" -> "RFC 3903 §12";
            case "Event", "Allow-Events", "Subscription-State" -> "RFC 6665 §8.4";
            default -> "RFC 3261 §25.1";
        };
    }
}
