package org.sipsleuth.ngram.detection;

import java.util.List;
import java.util.Set;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.ParseDefect;
import org.sipsleuth.sip.SipMessage;

/// What of a message departs from the protocol.
final class Departures {

    /// Habits of old stacks.
    private static final Set<DefectKind> HABITS = Set.of(DefectKind.MISSING_MAX_FORWARDS, DefectKind.NO_FROM_TAG);

    private Departures() {}

    /// A phrase for each kind, in the order of the message; none for habits of old stacks.
    static List<String> of(byte[] message) {
        return SipMessage.of(message)
                .defects()
                .stream()
                .map(ParseDefect::kind)
                .filter(kind -> !HABITS.contains(kind))
                .map(DefectKind::text)
                .distinct()
                .toList();
    }
}
