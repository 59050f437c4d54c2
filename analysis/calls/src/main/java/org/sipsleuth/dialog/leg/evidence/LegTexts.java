package org.sipsleuth.dialog.leg.evidence;

import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.fact.FactReader;
import org.sipsleuth.sip.HeaderField;
import org.sipsleuth.sip.SipMessage;

/// Rereads the texts that illustrate evidence from the messages. What it yields is data of
/// strangers, cut to a length.
public final class LegTexts {

    private static final int LONGEST = 120;

    private final SipIndex index;

    public LegTexts(SipIndex index) {
        this.index = index;
    }

    /// The Call-ID of a dialog.
    String callId(CallFacts facts) {
        return cut(index.dialogs().callId(facts.dialog()));
    }

    /// The value of a header field; empty if absent.
    String header(int message, String name) {
        return message == CallEvents.NONE ? "" : cut(index.message(message).header(name).orElse(""));
    }

    /// The name of the first header field of a message that has this value; empty if none has.
    String fieldWith(int message, String value) {
        return index.message(message)
                .headerFields()
                .stream()
                .filter(field -> field.value().equals(value))
                .map(HeaderField::name)
                .findFirst()
                .map(LegTexts::cut)
                .orElse("");
    }

    /// The address and port in a message's session description; empty if absent.
    String media(int message) {
        return message == CallEvents.NONE ? "" : cut(index.message(message).sdp().map(FactReader::mediaOf).orElse(""));
    }

    /// The codecs in a message's session description.
    String codecs(int message) {
        SipMessage read = index.message(message);
        return cut(read.sdp()
                .map(session -> String.join(" ", session.media().stream().flatMap(m -> m.codecs().stream()).toList()))
                .orElse(""));
    }

    /// The user whom a request goes to.
    String wanted(CallFacts facts) {
        return user(facts, true);
    }

    /// The user who calls.
    String caller(CallFacts facts) {
        return user(facts, false);
    }

    private String user(CallFacts facts, boolean called) {
        int dialog = facts.dialog();
        String uri = called ? index.dialogs().callee(dialog) : index.dialogs().caller(dialog);
        Optional<String> user = org.sipsleuth.sip.field.SipUri.of(uri).map(parts -> parts.user());
        return cut(user.filter(name -> !name.isEmpty()).orElse(uri));
    }

    /// A host's address.
    String destination(int message) {
        return index.messages().endpoint(index.messages().destination(message)).host();
    }

    /// What a message is: `INVITE`, `486`.
    String type(int message) {
        return index.messages().typeName(index.messages().type(message));
    }

    /// A time in words: `2.1 ms`, `3.4 s`.
    static String duration(double seconds) {
        return Math.abs(seconds) < 1 ? String.format(Locale.ROOT, "%.1f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
