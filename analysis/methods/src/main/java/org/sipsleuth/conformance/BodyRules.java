package org.sipsleuth.conformance;

import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sentence.Sentence.term;
import static org.sipsleuth.sip.HeaderName.CONTENT_ENCODING;
import static org.sipsleuth.sip.HeaderName.CONTENT_LENGTH;
import static org.sipsleuth.sip.HeaderName.CONTENT_TYPE;

import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.sip.SipCut;

/// The rules of the body: its length, its type, and what a session description needs.
final class BodyRules {

    /// No body is as long; more digits would not fit a number.
    private static final int MOST_DIGITS = 9;

    private BodyRules() {}

    static void check(DividedMessage message, Transport transport, Departures departures) {
        if (message.cut() == SipCut.HEADER) {
            return;
        }
        int end = length(message, transport, departures);
        int from = message.bodyOffset();
        Optional<MessageField> type = message.first(CONTENT_TYPE);
        if (message.body(from, end).isBlank()) {
            return;
        }
        if (type.isEmpty()) {
            departures.add(Rule.CONTENT_TYPE_MISSING, MessageField.BODY, from, end - from);
        } else if (isSdp(type.get()) && message.first(CONTENT_ENCODING).isEmpty()) {
            new SdpRules(message, from, end, departures).check();
        }
    }

    private static boolean isSdp(MessageField type) {
        String media = type.value().split(";", 2)[0];
        return media.replaceAll("\\s", "").toLowerCase(Locale.ROOT).equals("application/sdp");
    }

    /// @return where the body ends
    private static int length(DividedMessage message, Transport transport, Departures departures) {
        Optional<MessageField> field = message.first(CONTENT_LENGTH);
        int end = message.length();
        if (field.isEmpty()) {
            if (transport == Transport.TCP || transport == Transport.TLS) {
                departures.add(Rule.CONTENT_LENGTH_MISSING, CONTENT_LENGTH.text(), message.startLine().end(), 0);
            }
            return end;
        }
        String value = field.get().value();
        if (!value.matches("[0-9]+")) {
            return end; // the grammar reports it
        }
        String digits = value.replaceFirst("^0+(?=.)", "");
        String have = Integer.toString(message.bodyLength());
        long length = digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
        if (length > message.bodyLength()) {
            if (message.cut() == SipCut.BODY) {
                return end;
            }
            String shown = digits.length() > 40 ? digits.substring(0, 40) + '…' : digits;
            departures.add(Rule.CONTENT_LENGTH_LONG, field.get(), captured(shown), term(have));
            return end;
        }
        int bodyEnd = message.bodyOffset() + (int) length;
        if (bodyEnd < end) {
            boolean isBlank = message.body(bodyEnd, end).isBlank();
            departures.add(isBlank ? Rule.CONTENT_LENGTH_BLANK : Rule.CONTENT_LENGTH_SHORT, MessageField.BODY, bodyEnd,
                    end - bodyEnd, captured(digits), term(have));
        }
        return bodyEnd;
    }
}
