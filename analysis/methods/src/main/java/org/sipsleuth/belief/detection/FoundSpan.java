package org.sipsleuth.belief.detection;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;

/// A span of time in which the traffic of a source is believed to be an attack, or is unlike normal
/// traffic. Immutable.
///
/// @param span its periods
/// @param finding what is claimed of it
public record FoundSpan(SourceSpan span, Finding finding) {

    /// The capture.
    public SipIndex index() {
        return span.scored().periods().events().index();
    }

    /// The numbers of its dialogs, in order.
    public int[] dialogs() {
        return finding.evidence().dialogs(index());
    }

    /// Whether a message is in it; a copy that was forwarded is where it was first sent.
    boolean has(int message) {
        TrafficEvents events = span.scored().periods().events();
        if (events.source(message) != span.source()) {
            return false;
        }
        long nanos = index().messages().capturedAtNanos(message);
        int low = 0;
        int high = span.numbers().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Period period = period(span.scored(), middle);
            if (nanos < period.fromNanos()) {
                high = middle - 1;
            } else if (nanos > period.toNanos()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /// Two that were found apart are never the same: comparing all they rest on would take long.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private Period period(ScoredPeriods scored, int place) {
        return scored.period(span.numbers().get(place));
    }
}
