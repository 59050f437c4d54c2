package org.sipsleuth.conformance;

import static org.sipsleuth.sentence.Sentence.term;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.sipsleuth.sip.SipCut;

/// Which lines a session description must have, and in which order (RFC 8866 §5).
final class SdpRules {

    /// The lines of the session before the media, in their order; `t` may repeat with `r`.
    private static final String SESSION = "vosiuepcbtrzka";

    /// The lines of a medium, in their order.
    private static final String MEDIUM = "micbka";

    private static final String MANDATORY = "vost";
    private static final String REPEATABLE = "epbtrac";

    private final DividedMessage message;
    private final int from;
    private final int to;
    private final Departures departures;

    private String order = SESSION;
    private int last = -1;
    private final Set<Character> seen = new HashSet<>();
    private boolean isMedium;
    private boolean sessionHasConnection;
    private boolean hasConnection;
    private boolean isRejected;
    private int mediumFrom;
    private int mediumTo;
    private boolean hasOrderFault;

    SdpRules(DividedMessage message, int from, int to, Departures departures) {
        this.message = message;
        this.from = from;
        this.to = to;
        this.departures = departures;
    }

    void check() {
        byte[] bytes = message.body(0, message.length()).getBytes(StandardCharsets.ISO_8859_1);
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != '\r' && bytes[end] != '\n') {
                end++;
            }
            if (end > at) {
                line(bytes, at, end);
            }
            at = end + 1;
        }
        if (message.cut() == SipCut.NONE) {
            endOfSession();
            endOfMedium();
        }
    }

    private void line(byte[] bytes, int begin, int end) {
        char type = (char) (bytes[begin] & 0xff);
        if (end - begin < 2 || bytes[begin + 1] != '=' || type < 'a' || type > 'z') {
            departures.add(Rule.SDP_LINE, MessageField.SDP, begin, end - begin);
            return;
        }
        if (type == 'm') {
            endOfSession();
            endOfMedium();
            isMedium = true;
            order = MEDIUM;
            last = -1;
            seen.clear();
            hasConnection = false;
            mediumFrom = begin;
            mediumTo = end;
            isRejected = message.body(begin, end).matches("m=\\S+ 0(/.*)? .*");
        }
        if (type == 'c') {
            hasConnection = true;
        }
        order(type, begin, end);
        if (FieldSyntax.grammar().has("sdp-" + type)) {
            FieldSyntax.checkSdp(bytes, type, begin, end, departures);
        }
    }

    private void order(char type, int begin, int end) {
        int place = order.indexOf(type);
        if (place < 0) {
            return; // RFC 8866 §5: an unknown type makes a description of another kind
        }
        boolean isTimeAgain = last == order.indexOf('r') && type == 't';
        if (place < last && !isTimeAgain && !hasOrderFault) {
            hasOrderFault = true;
            departures.add(Rule.SDP_ORDER, MessageField.SDP, begin, end - begin, term(String.valueOf(type)));
        }
        last = Math.max(place, isTimeAgain ? 0 : last);
        boolean isRepeatable = REPEATABLE.indexOf(type) >= 0 && (type != 'c' || isMedium);
        if (!seen.add(type) && !isRepeatable) {
            departures.add(Rule.SDP_REPEATED, MessageField.SDP, begin, end - begin, term(String.valueOf(type)));
        }
    }

    /// Reports what the session lacks, once.
    private void endOfSession() {
        if (isMedium) {
            return;
        }
        sessionHasConnection = hasConnection;
        for (int i = 0; i < MANDATORY.length(); i++) {
            char type = MANDATORY.charAt(i);
            if (!seen.contains(type)) {
                departures.add(Rule.SDP_MISSING, MessageField.SDP, from, 0, term(String.valueOf(type)));
            }
        }
        isMedium = true;
        isRejected = true; // no medium yet
    }

    private void endOfMedium() {
        if (!isRejected && !sessionHasConnection && !hasConnection) {
            departures.add(Rule.SDP_CONNECTION, MessageField.SDP, mediumFrom, mediumTo - mediumFrom);
        }
    }
}
