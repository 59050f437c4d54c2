package org.sipsleuth.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.known.Nearest;
import org.sipsleuth.sequence.known.Neighbour;
import org.sipsleuth.sequence.unknown.SequenceDetection;

/// What an analyst decides about in a capture, the most needed first: by [TriageNeed]; then failures
/// by the users that they hit and by [TriageLoss], what a server only refuses beside calls and
/// registrations last, and all else by suspicion (bits; high is suspicious); then the more
/// frequent, then in the order of the capture. Immutable; any thread.
///
/// A row is a step that the model has never seen, in the networks that it fits; a step that departs
/// from RFC 3261, in all; a problem of calls, of their media, and of registrations; or a source that is unlike normal
/// ones and in no incident. Those of one cause ([TriageJoins]) are one row.
public final class TriageQueue {

    /// More messages that differ, as a share of the longer sequence, are not similar.
    private static final double MOST_DIFFERENT = 1.0 / 3;

    private static final int DIALOGS_A_STEP = 1 << 12;

    private final SipIndex index;
    private final List<TriageItem> items;

    /// The first dialog of each known sequence, and how many have it.
    private final List<Integer> known;

    private final Optional<Nearest> nearest;
    private final int unknownDialogs;

    private TriageQueue(SipIndex index, List<TriageItem> items, Map<Integer, Known> known, int unknownDialogs) {
        this.index = index;
        this.items = List.copyOf(items);
        this.known = known.values().stream().map(each -> each.first).toList();
        this.nearest = known.isEmpty() ? Optional.empty()
                : Optional.of(Nearest.of(this.known.stream().map(dialog -> types(index, dialog)).toList(),
                        known.values().stream().mapToLong(each -> each.count).toArray()));
        this.unknownDialogs = unknownDialogs;
    }

    /// A known sequence of the capture.
    private static final class Known {
        private final int first;
        private long count;

        Known(int first) {
            this.first = first;
        }
    }

    /// The queue of an investigation; empty where no model of sequences judged its dialogs.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Optional<TriageQueue> of(Investigation found, RunMonitor monitor) {
        return found.judging()
                .filter(SequenceDetection.class::isInstance)
                .map(SequenceDetection.class::cast)
                .map(each -> of(each, found.judged(each.origin()), found, monitor));
    }

    /// The queue of a capture. Cost: linear in the dialogs, and the messages of those that went
    /// wrong.
    ///
    /// @param isJudged whether a dialog is in a network that the model fits
    /// @param incidents those of the capture
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static TriageQueue of(SequenceDetection detection, IntPredicate isJudged, List<Incident> incidents,
            RunMonitor monitor) {
        return of(detection, isJudged, Investigation.of(detection.index(), List.of()).with(List.of(), incidents),
                monitor);
    }

    /// The same with what went wrong with media, and the sources that are unlike normal ones.
    ///
    /// @param found in the capture by all methods; may be of another state of it than the detection
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static TriageQueue of(SequenceDetection detection, IntPredicate isJudged, Investigation found,
            RunMonitor monitor) {
        SipIndex index = SipIndex.later(detection.index(), found.index());
        int size = detection.index().dialogs().size();
        BitSet unknown = new BitSet();
        var familiarity = detection.familiarity().orElseThrow();
        for (int dialog = 0; dialog < size; dialog++) {
            if (dialog % DIALOGS_A_STEP == 0) {
                monitor.throwIfCancelled();
            }
            unknown.set(dialog, familiarity.isUnknown(dialog));
        }
        List<TriageItem> items =
                new ArrayList<>(new TriageRows(index, detection, isJudged, found.incidents(), found.problems(), monitor)
                        .all(unknown, found.findings(), monitor));
        items.sort(Comparator.comparing(TriageItem::need)
                .thenComparing(each -> each.loss() == TriageLoss.REFUSED_EXTRA)
                .thenComparingInt(each -> each.need() == TriageNeed.FAILURE ? -each.users() : 0)
                .thenComparing(each -> each.need() == TriageNeed.FAILURE ? each.loss() : TriageLoss.NOTHING)
                .thenComparingDouble(each -> -each.suspicion().bits())
                .thenComparingInt(each -> -each.dialogs().size())
                .thenComparingInt(each -> each.dialogs().getFirst()));
        BitSet others = (BitSet) unknown.clone();
        items.forEach(item -> item.dialogs().forEach(others::set));
        return new TriageQueue(index, items, known(index, size, others, isJudged),
                (int) unknown.stream().filter(isJudged).count());
    }

    /// The sequences of dialogs that are all known, and in no row.
    ///
    /// @param size how many dialogs the model has judged
    /// @param others the dialogs that are not
    private static Map<Integer, Known> known(SipIndex index, int size, BitSet others, IntPredicate isJudged) {
        Map<Integer, Known> known = new LinkedHashMap<>();
        for (int dialog = others.nextClearBit(0); dialog < size; dialog = others.nextClearBit(dialog + 1)) {
            int first = dialog;
            if (isJudged.test(dialog)) {
                known.computeIfAbsent(index.dialogs().sequence(dialog), _ -> new Known(first)).count++;
            }
        }
        others.stream().map(index.dialogs()::sequence).forEach(known::remove);
        return known;
    }

    private static List<String> types(SipIndex index, int dialog) {
        return IntStream.of(index.dialogs().sequenceTypes(dialog)).mapToObj(index.messages()::typeName).toList();
    }

    /// The capture.
    public SipIndex index() {
        return index;
    }

    /// The rows, the most needed first.
    public List<TriageItem> items() {
        return items;
    }

    /// Those of some incidents that no row has a dialog of: what they did is known to the model and
    /// did not fail.
    public List<Incident> withoutRow(List<Incident> incidents) {
        Set<String> shown =
                items.stream().flatMap(each -> each.incidents().stream()).map(Incident::id).collect(Collectors.toSet());
        return incidents.stream().filter(each -> !shown.contains(each.id())).toList();
    }

    /// How many dialogs the rows have.
    public int dialogs() {
        return (int) items.stream().flatMap(each -> each.dialogs().stream()).distinct().count();
    }

    /// How many dialogs of the networks that the model fits are unknown to it.
    public int unknownDialogs() {
        return unknownDialogs;
    }

    /// The other rows that differ from this one in details only, or are of another network, in their
    /// order.
    public List<TriageItem> siblings(TriageItem item) {
        return items.stream()
                .filter(each -> each.family().equals(item.family()))
                .filter(each -> each.network() != item.network() || !each.dialogs().equals(item.dialogs()))
                .toList();
    }

    /// The known dialog of the capture whose sequence is most similar; empty where more than a
    /// third of the messages differ from any. Costs microseconds for each known sequence.
    public Optional<SimilarDialog> similar(TriageItem item) {
        if (nearest.isEmpty()) {
            return Optional.empty();
        }
        Neighbour first = nearest.get().of(item.types(), 1).getFirst();
        int dialog = known.get(first.dialogClass());
        int longer = Math.max(item.types().size(), index.dialogs().sequenceLength(dialog));
        return first.distance() <= MOST_DIFFERENT * longer ? Optional.of(new SimilarDialog(dialog, first.distance()))
                : Optional.empty();
    }
}
