package org.sipsleuth.view.fx.belief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.event.TrafficEvents;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.belief.source.BeliefDetector;
import org.sipsleuth.belief.source.ScoredPeriods;
import org.sipsleuth.belief.source.SuspectSpan;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// The findings of the method of beliefs in a capture. Immutable.
public final class CaptureBeliefs {

    private final TrafficEvents events;
    private final List<FoundSpan> found;
    private final Map<Integer, List<FoundSpan>> bySource;

    private CaptureBeliefs(TrafficEvents events, List<FoundSpan> found) {
        this.events = events;
        this.found = List.copyOf(found);
        bySource = found.stream().collect(Collectors.groupingBy(each -> each.span().source()));
    }

    /// Finds suspicious spans in periods that were counted.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CaptureBeliefs of(Periods periods, BeliefModel model, RunMonitor monitor) {
        List<FoundSpan> found = new ArrayList<>();
        for (SuspectSpan span : SuspectSpan.allOf(ScoredPeriods.of(periods, model, monitor))) {
            monitor.throwIfCancelled();
            found.add(new FoundSpan(span, BeliefDetector.finding(span)));
        }
        found.sort(
                Comparator.comparing((FoundSpan each) -> each.finding().severity())
                        .reversed()
                        .thenComparingLong(each -> each.span().first().fromNanos()));
        return new CaptureBeliefs(periods.events(), found);
    }

    /// The capture.
    public SipIndex index() {
        return events.index();
    }

    /// All of them, the most severe first.
    public List<FoundSpan> found() {
        return found;
    }

    /// The one that a message lies in; empty if there is none.
    public Optional<FoundSpan> ofMessage(int message) {
        return bySource.getOrDefault(events.source(message), List.of()).stream()
                .filter(each -> each.has(message))
                .findFirst();
    }

    /// Those that some dialogs have messages in, each with how many of the dialogs; the most severe
    /// first.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public Map<FoundSpan, Integer> ofDialogs(List<Integer> dialogs, RunMonitor monitor) {
        Map<FoundSpan, Integer> counts = new HashMap<>();
        for (int dialog : dialogs) {
            monitor.throwIfCancelled();
            ofDialog(dialog).forEach(each -> counts.merge(each, 1, Integer::sum));
        }
        Map<FoundSpan, Integer> sorted = new LinkedHashMap<>();
        found.stream()
                .filter(counts::containsKey)
                .forEach(each -> sorted.put(each, counts.getOrDefault(each, 0)));
        return sorted;
    }

    private Set<FoundSpan> ofDialog(int dialog) {
        Set<FoundSpan> touched = new HashSet<>();
        for (int message : events.index().messagesOf(dialog)) {
            if (bySource.containsKey(events.source(message))) {
                ofMessage(message).ifPresent(touched::add);
            }
        }
        return touched;
    }
}
