package org.sipsleuth.conformance;

import static org.sipsleuth.sentence.Sentence.term;
import static org.sipsleuth.sip.HeaderName.CALL_ID;
import static org.sipsleuth.sip.HeaderName.CONTACT;
import static org.sipsleuth.sip.HeaderName.CONTENT_LENGTH;
import static org.sipsleuth.sip.HeaderName.CONTENT_TYPE;
import static org.sipsleuth.sip.HeaderName.CSEQ;
import static org.sipsleuth.sip.HeaderName.DATE;
import static org.sipsleuth.sip.HeaderName.EVENT;
import static org.sipsleuth.sip.HeaderName.EXPIRES;
import static org.sipsleuth.sip.HeaderName.FROM;
import static org.sipsleuth.sip.HeaderName.MAX_FORWARDS;
import static org.sipsleuth.sip.HeaderName.REFER_TO;
import static org.sipsleuth.sip.HeaderName.SUBSCRIPTION_STATE;
import static org.sipsleuth.sip.HeaderName.TO;
import static org.sipsleuth.sip.HeaderName.VIA;

import java.util.List;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.SipCut;

/// Which header fields a message must have, and which of them only once.
final class PresenceRules {

    private static final List<HeaderName> MANDATORY = List.of(VIA, FROM, TO, CALL_ID, CSEQ);

    private static final List<HeaderName> SINGLE = List.of(FROM, TO, CALL_ID, CSEQ, MAX_FORWARDS, CONTENT_LENGTH,
            CONTENT_TYPE, EXPIRES, DATE, EVENT, SUBSCRIPTION_STATE, REFER_TO);

    private static final String INVITE = "INVITE";

    private PresenceRules() {}

    static void check(DividedMessage message, Departures departures) {
        if (message.cut() != SipCut.HEADER) {
            missing(message, departures);
            contact(message, departures);
        }
        for (HeaderName name : SINGLE) {
            List<MessageField> all = message.all(name);
            if (all.size() > 1) {
                boolean isEqual = all.stream().map(MessageField::value).distinct().count() == 1;
                departures.add(isEqual ? Rule.REPEATED_EQUAL : Rule.REPEATED, all.get(1), Sentence.field(name.text()),
                        term(Integer.toString(all.size())));
            }
        }
    }

    private static void missing(DividedMessage message, Departures departures) {
        int header = message.startLine().end();
        for (HeaderName name : MANDATORY) {
            if (message.first(name).isEmpty()) {
                departures.add(Rule.MISSING, name.text(), header, 0, Sentence.field(name.text()));
            }
        }
        if (!message.isResponse() && message.first(MAX_FORWARDS).isEmpty()) {
            departures.add(Rule.MISSING_MAX_FORWARDS, MAX_FORWARDS.text(), header, 0);
        }
    }

    private static void contact(DividedMessage message, Departures departures) {
        if (message.first(CONTACT).isPresent()) {
            return;
        }
        String kind = "";
        if (StartLineRules.method(message).filter(INVITE::equals).isPresent()) {
            kind = INVITE;
        } else if (StartLineRules.status(message).filter(code -> code / 100 == 2).isPresent()
                && message.first(CSEQ).filter(its -> its.value().endsWith(INVITE)).isPresent()) {
            kind = "2xx to INVITE";
        }
        if (!kind.isEmpty()) {
            departures.add(Rule.CONTACT_MISSING, CONTACT.text(), message.startLine().end(), 0, term(kind));
        }
    }
}
