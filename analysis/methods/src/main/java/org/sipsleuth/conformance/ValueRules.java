package org.sipsleuth.conformance;

import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sentence.Sentence.term;
import static org.sipsleuth.sip.HeaderName.CONTACT;
import static org.sipsleuth.sip.HeaderName.CSEQ;
import static org.sipsleuth.sip.HeaderName.EXPIRES;
import static org.sipsleuth.sip.HeaderName.FROM;
import static org.sipsleuth.sip.HeaderName.MAX_FORWARDS;
import static org.sipsleuth.sip.HeaderName.TO;
import static org.sipsleuth.sip.HeaderName.VIA;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipCut;

/// The rules of the values of header fields that the grammar does not state.
final class ValueRules {

    private static final Pattern CSEQ_VALUE = Pattern.compile("([0-9]+)\\s+(\\S+)");
    private static final BigInteger CSEQ_LIMIT = BigInteger.ONE.shiftLeft(31);
    private static final BigInteger SECONDS_LIMIT = BigInteger.ONE.shiftLeft(32);
    private static final BigInteger PORT_LIMIT = BigInteger.ONE.shiftLeft(16);
    private static final int MOST_HOPS = 255;
    private static final int RECOMMENDED_HOPS = 70;
    private static final int TRYING = 100;
    private static final String COOKIE = "z9hG4bK";

    /// More digits than any limit has; a longer number is compared by these.
    private static final int MOST_DIGITS = 40;

    private ValueRules() {}

    static void check(DividedMessage message, Departures departures) {
        cseq(message, departures);
        maxForwards(message, departures);
        expires(message, departures);
        if (!message.isResponse()) {
            branch(message, departures);
        }
        tags(message, departures);
        for (HeaderName name : List.of(FROM, TO, CONTACT)) {
            message.all(name).forEach(field -> brackets(field, departures));
        }
        if (message.cut() != SipCut.HEADER) { // Expires may follow
            star(message, departures);
        }
        Credentials.check(message, departures);
    }

    private static Optional<BigInteger> number(String text) {
        return text.matches("[0-9]+")
                ? Optional.of(new BigInteger(text.substring(0, Math.min(text.length(), MOST_DIGITS))))
                : Optional.empty();
    }

    private static String shown(String number) {
        return number.length() <= MOST_DIGITS ? number : number.substring(0, MOST_DIGITS) + '…';
    }

    private static void cseq(DividedMessage message, Departures departures) {
        Optional<MessageField> field = message.first(CSEQ);
        if (field.isEmpty()) {
            return;
        }
        Matcher value = CSEQ_VALUE.matcher(field.get().value());
        if (!value.matches()) {
            return; // the grammar reports it
        }
        if (number(value.group(1)).filter(its -> its.compareTo(CSEQ_LIMIT) >= 0).isPresent()) {
            departures.add(Rule.CSEQ_NUMBER, field.get(), captured(shown(value.group(1))));
        }
        StartLineRules.method(message)
                .filter(method -> !method.equals(value.group(2)))
                .ifPresent(method -> departures.add(Rule.CSEQ_METHOD, field.get(), captured(value.group(2)),
                        term(method)));
    }

    private static void maxForwards(DividedMessage message, Departures departures) {
        for (MessageField field : message.all(MAX_FORWARDS)) {
            Optional<BigInteger> hops = number(field.value());
            if (hops.isEmpty()) {
                continue;
            }
            if (hops.get().compareTo(BigInteger.valueOf(MOST_HOPS)) > 0) {
                departures.add(Rule.MAX_FORWARDS_RANGE, field, captured(shown(field.value())));
            } else if (hops.get().intValue() > RECOMMENDED_HOPS) {
                departures.add(Rule.MAX_FORWARDS_HIGH, field, captured(field.value()));
            }
        }
    }

    private static void expires(DividedMessage message, Departures departures) {
        for (MessageField field : message.all(EXPIRES)) {
            seconds(field, field.value(), departures);
        }
        for (MessageField field : message.all(CONTACT)) {
            String expires = Uris.parameter(Uris.parameters(field.value()), "expires");
            if (expires != null) {
                seconds(field, expires, departures);
            }
        }
    }

    private static void seconds(MessageField field, String value, Departures departures) {
        if (number(value).filter(its -> its.compareTo(SECONDS_LIMIT) >= 0).isPresent()) {
            String what = field.name().equals(CONTACT.text()) ? "Contact expires" : field.name();
            departures.add(Rule.EXPIRES_RANGE, field, Sentence.field(what), captured(shown(value)));
        }
    }

    /// Of the topmost Via only: the others are those of the elements before the sender.
    private static void branch(DividedMessage message, Departures departures) {
        Optional<MessageField> field = message.first(VIA);
        if (field.isEmpty()) {
            return;
        }
        String first = Uris.withoutQuotes(field.get().value()).split(",", 2)[0];
        int semicolon = first.indexOf(';');
        port(semicolon < 0 ? first : first.substring(0, semicolon), field.get(), departures);
        String branch = semicolon < 0 ? null : Uris.parameter(first.substring(semicolon), "branch");
        if (branch == null) {
            departures.add(Rule.VIA_BRANCH_MISSING, field.get());
        } else if (!branch.regionMatches(true, 0, COOKIE, 0, COOKIE.length())) {
            departures.add(Rule.VIA_BRANCH_COOKIE, field.get());
        } else if (branch.length() == COOKIE.length()) {
            departures.add(Rule.VIA_BRANCH_EMPTY, field.get());
        }
    }

    private static void port(String sentBy, MessageField via, Departures departures) {
        String port = sentBy.substring(sentBy.lastIndexOf(':') + 1).strip();
        if (!sentBy.strip().endsWith("]") && number(port).filter(its -> its.compareTo(PORT_LIMIT) >= 0).isPresent()) {
            departures.add(Rule.VIA_PORT, via, captured(shown(port)));
        }
    }

    private static void tags(DividedMessage message, Departures departures) {
        message.first(FROM).filter(ValueRules::lacksTag).ifPresent(from -> departures.add(Rule.FROM_TAG, from));
        Optional<Integer> status = StartLineRules.status(message).filter(code -> code > TRYING);
        Optional<MessageField> to = message.first(TO).filter(ValueRules::lacksTag);
        if (status.isPresent() && to.isPresent()) {
            departures.add(Rule.TO_TAG, to.get(), term(status.get().toString()));
        }
    }

    private static boolean lacksTag(MessageField field) {
        return Uris.parameter(Uris.parameters(field.value()), "tag") == null;
    }

    /// A comma or a question mark in a URI without brackets (RFC 3261 §20.10); a semicolon begins
    /// a parameter of the field there.
    private static void brackets(MessageField field, Departures departures) {
        if (!Uris.isBracketed(field.value()) && Uris.hasHeaders(field.value())) {
            departures.add(Rule.ADDRESS_BRACKETS, field, Sentence.field(field.name()));
        }
    }

    private static void star(DividedMessage message, Departures departures) {
        Optional<MessageField> star = message.first(CONTACT).filter(field -> field.value().equals("*"));
        boolean isZero = message.first(EXPIRES)
                .flatMap(field -> number(field.value()))
                .filter(value -> value.signum() == 0)
                .isPresent();
        if (star.isPresent() && !isZero && !message.isResponse()) {
            departures.add(Rule.CONTACT_STAR, star.get());
        }
    }
}
