package org.sipsleuth.incident;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.FindingId;

/// Identifiers of the incidents of one capture, from what does not change while an incident grows:
/// its first message, by time, type and CSeq. Kind, end, counts, and the numbers of frames, which a
/// ring shifts, are left out, and so are addresses, as in all identifiers. Of forged sources it is not
/// certain which message was their first: there it is the first of the requests of that type that
/// went to the victim without a pause.
final class IncidentIds {

    /// Requests of one type to one destination belong together if they are at most so far apart.
    private static final long GAP_NANOS = 3_000_000_000L;

    /// So many messages before the first are looked at.
    private static final int MOST_BEFORE = 100_000;

    private final MessageTable messages;
    private final SipIndex index;
    private final Set<String> given = new HashSet<>();

    IncidentIds(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// The identifier of the next incident, in the order of time; no two are the same.
    ///
    /// @param beginNanos when it began, should it have no evidence
    /// @param isForged whether the addresses of its sources are forged
    String of(Evidence evidence, long beginNanos, boolean isForged) {
        String first = IntStream.of(evidence.messages(index))
                .boxed()
                .min(Comparator.comparingLong(messages::capturedAtNanos))
                .map(message -> isForged ? "forged " + identity(firstOfRun(message)) : identity(message))
                .orElseGet(() -> identity(beginNanos, "", 0));
        String id = FindingId.of("incident", first);
        for (int further = 2; !given.add(id); further++) {
            id = FindingId.of("incident", first + " " + further);
        }
        return id;
    }

    private int firstOfRun(int message) {
        int first = message;
        for (int i = message - 1; i >= Math.max(0, message - MOST_BEFORE); i--) {
            if (messages.capturedAtNanos(first) - messages.capturedAtNanos(i) > GAP_NANOS) {
                break;
            }
            if (messages.type(i) == messages.type(message)
                    && messages.destination(i) == messages.destination(message)) {
                first = i;
            }
        }
        return first;
    }

    private String identity(int message) {
        return identity(messages.capturedAtNanos(message), messages.typeName(messages.type(message)),
                messages.cseq(message));
    }

    private static String identity(long nanos, String type, long cseq) {
        return String.format(Locale.ROOT, "%d %s %d", nanos, type, cseq); // the same on every machine
    }
}
