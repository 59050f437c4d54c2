package org.sipsleuth.sequence.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.known.Nearest;
import org.sipsleuth.sequence.known.Neighbour;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.NoveltyGroup;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.Suspicion;

/// The unknown sequences of a capture, the most informative first: by the suspicion of their
/// dialogs (bits; high is suspicious), then the more frequent, then in the order of the capture.
/// Immutable; any thread.
public final class TriageQueue {

    /// More messages that differ, as a share of the longer sequence, are not similar.
    private static final double MOST_DIFFERENT = 1.0 / 3;

    private static final int DIALOGS_A_STEP = 1 << 12;
    private static final int NONE = -1;

    private final SipIndex index;
    private final List<TriageItem> items;

    /// The first dialog of each known sequence, and how many have it.
    private final List<Integer> known;

    private final Optional<Nearest> nearest;
    private final int unknownDialogs;

    private TriageQueue(SipIndex index, List<TriageItem> items, Map<Integer, Known> known) {
        this.index = index;
        this.items = List.copyOf(items);
        this.known = known.values().stream().map(each -> each.first).toList();
        this.nearest = known.isEmpty() ? Optional.empty()
                : Optional.of(Nearest.of(this.known.stream().map(dialog -> types(index, dialog)).toList(),
                        known.values().stream().mapToLong(each -> each.count).toArray()));
        this.unknownDialogs = items.stream().mapToInt(each -> each.dialogs().size()).sum();
    }

    /// A known sequence of the capture.
    private static final class Known {
        private final int first;
        private long count;

        Known(int first) {
            this.first = first;
        }
    }

    /// The queue of a capture. Cost: linear in the dialogs.
    ///
    /// @param incidents those of the capture
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static TriageQueue of(SequenceDetection detection, List<Incident> incidents, RunMonitor monitor) {
        SipIndex index = detection.index();
        DialogTable table = index.dialogs();
        Map<Integer, List<Integer>> unknown = new LinkedHashMap<>(); // by sequence
        Map<Integer, Known> known = new LinkedHashMap<>();
        var familiarity = detection.familiarity().orElseThrow();
        for (int dialog = 0; dialog < table.size(); dialog++) {
            if (dialog % DIALOGS_A_STEP == 0) {
                monitor.throwIfCancelled();
            }
            int sequence = table.sequence(dialog);
            if (familiarity.isUnknown(dialog)) {
                unknown.computeIfAbsent(sequence, _ -> new ArrayList<>()).add(dialog);
            } else {
                int first = dialog;
                known.computeIfAbsent(sequence, _ -> new Known(first)).count++;
            }
        }
        known.keySet().removeAll(unknown.keySet());
        Reasons reasons = new Reasons(detection, incidents);
        List<TriageItem> items = new ArrayList<>();
        for (List<Integer> dialogs : unknown.values()) {
            monitor.throwIfCancelled();
            items.add(reasons.item(dialogs));
        }
        items.sort(Comparator.comparingDouble((TriageItem each) -> -each.suspicion().bits())
                .thenComparingInt(each -> -each.dialogs().size())
                .thenComparingInt(each -> each.dialogs().getFirst()));
        return new TriageQueue(index, items, known);
    }

    private static List<String> types(SipIndex index, int dialog) {
        return IntStream.of(index.dialogs().sequenceTypes(dialog)).mapToObj(index.messages()::typeName).toList();
    }

    /// What is known of dialogs, gathered once for all sequences.
    private static final class Reasons {

        private final SequenceDetection detection;
        private final List<NoveltyDetection.Group> groups;

        /// The place of each dialog's group, or [#NONE].
        private final int[] groupOf;

        private final Map<Integer, SequenceDetection.Group> sequences = new HashMap<>();
        private final List<Incident> incidents;

        /// The dialogs of each incident, in order.
        private final List<int[]> ofIncidents;

        Reasons(SequenceDetection detection, List<Incident> incidents) {
            this.detection = detection;
            this.incidents = incidents;
            SipIndex index = detection.index();
            ofIncidents = incidents.stream().map(each -> each.evidence().dialogs(index)).toList();
            groups = detection.novelty().map(NoveltyDetection::groups).orElse(List.of());
            groupOf = new int[index.dialogs().size()];
            Arrays.fill(groupOf, NONE);
            for (int group = 0; group < groups.size(); group++) {
                for (int dialog : groups.get(group).dialogs().dialogs()) {
                    groupOf[dialog] = group;
                }
            }
            detection.groups().forEach(each -> sequences.put(each.dialogs().sequence(), each));
        }

        private List<Incident> incidents(List<Integer> dialogs) {
            return IntStream.range(0, incidents.size())
                    .filter(incident -> dialogs.stream()
                            .anyMatch(each -> Arrays.binarySearch(ofIncidents.get(incident), each) >= 0))
                    .mapToObj(incidents::get)
                    .toList();
        }

        TriageItem item(List<Integer> dialogs) {
            int first = dialogs.getFirst();
            List<Incident> its = incidents(dialogs);
            List<NoveltyDetection.Group> ofDialogs = dialogs.stream()
                    .mapToInt(each -> groupOf[each])
                    .filter(group -> group != NONE)
                    .distinct()
                    .mapToObj(groups::get)
                    .sorted(Comparator.comparingDouble(each -> -each.dialogs().suspicion().bits()))
                    .toList();
            Optional<NoveltyGroup> worst = ofDialogs.stream().findFirst().map(NoveltyDetection.Group::dialogs);
            Suspicion suspicion = worst.map(NoveltyGroup::suspicion)
                    .orElseGet(() -> ofSequence(first, dialogs.size()))
                    .with(!its.isEmpty());
            return new TriageItem(detection.index().dialogs().sequenceText(first), types(detection.index(), first),
                    dialogs, suspicion, worst.map(group -> group.senders().size()).orElse(0),
                    worst.map(NoveltyGroup::allSenders).orElse(0), worst.map(NoveltyGroup::name).orElse(""),
                    worst.map(NoveltyGroup::departure).orElse(Sentence.none()), findings(first, ofDialogs), its);
        }

        private List<Finding> findings(int first, List<NoveltyDetection.Group> ofDialogs) {
            if (detection.novelty().isPresent()) {
                return ofDialogs.stream()
                        .map(NoveltyDetection.Group::finding)
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .toList();
            }
            SequenceDetection.Group group = sequences.get(detection.scored().sequences().ofDialog(first));
            return group == null ? List.of() : List.of(group.finding());
        }

        /// By the network's highest output, where it knows whole dialogs only.
        private Suspicion ofSequence(int dialog, int count) {
            SequenceScore score = detection.scored().score(detection.scored().sequences().ofDialog(dialog));
            return new Suspicion(bits(Math.max(Double.MIN_NORMAL, score.maximum())), false,
                    bits((double) count / detection.index().dialogs().size()), 0, false);
        }

        private static double bits(double share) {
            return -StrictMath.log(share) / StrictMath.log(2);
        }
    }

    /// The capture.
    public SipIndex index() {
        return index;
    }

    /// The unknown sequences, the most informative first.
    public List<TriageItem> items() {
        return items;
    }

    /// How many dialogs they have.
    public int unknownDialogs() {
        return unknownDialogs;
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
