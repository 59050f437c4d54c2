package org.sipsleuth.view.sequence.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.ScoredSequences;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceDetection.Group;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.sequence.state.Listed.Span;
import org.sipsleuth.view.sequence.state.SequenceRow.Surprise;
import org.sipsleuth.view.session.Selection.TimeRange;

/// All sequences of a capture, with their dialogs in the chosen time. Immutable.
///
/// @param analysis what the model says about the capture
/// @param truth the ground truth of the dialogs, if it is shown
/// @param all the sequences that have a dialog in that time; one with known and with unknown
///     dialogs is there twice
/// @param novelties the groups that are listed per hop ([NoveltyDetection#listed]) and have a dialog
///     in that time; none where the model knows whole dialogs only
/// @param dialogs how many dialogs are judged in that time
public record SequenceRows(SequenceDetection analysis, Optional<IndexTruth> truth, List<SequenceRow> all,
        List<NoveltyRow> novelties, int dialogs) {

    /// Takes a copy.
    public SequenceRows {
        all = List.copyOf(all);
        novelties = List.copyOf(novelties);
    }

    /// Collects the dialogs of each sequence.
    ///
    /// @param time only dialogs with a message in it count; all if it is empty
    /// @param isJudged whether a dialog is in a network that the model fits: no other counts
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static SequenceRows of(SequenceDetection analysis, Optional<IndexTruth> truth, Optional<TimeRange> time,
            IntPredicate isJudged, RunMonitor monitor) {
        Map<Integer, Group> groups = new HashMap<>();
        analysis.groups().forEach(group -> groups.put(group.dialogs().sequence(), group));
        Map<Integer, NoveltyDetection.Group> ofDialog = new HashMap<>();
        analysis.novelty().map(NoveltyDetection::groups).orElse(List.of()).stream().forEach(group -> {
            for (int dialog : group.dialogs().dialogs()) {
                ofDialog.put(dialog, group);
            }
        });
        Optional<IndexTruth> visible = truth.filter(labels -> labels.index().equals(analysis.index()));
        ScoredSequences scored = analysis.scored();
        List<SequenceRow> rows = new ArrayList<>();
        int dialogs = 0;
        for (int sequence = 0; sequence < scored.sequences().size(); sequence++) {
            monitor.throwIfCancelled();
            int[] judged = IntStream.of(scored.sequences().dialogs(sequence)).filter(isJudged).toArray();
            List<Integer> there = within(judged, analysis.index(), time);
            dialogs += there.size();
            for (Mark mark : Mark.values()) {
                List<Integer> its = there.stream().filter(dialog -> analysis.mark(dialog) == mark).toList();
                if (!its.isEmpty()) {
                    rows.add(new SequenceRow(sequence, mark, scored.sequences().types(sequence), scored.score(sequence),
                            its, span(analysis.index(), its, analysis.index().dialogs()::firstMessage),
                            classes(its, visible), Optional.ofNullable(groups.get(sequence)),
                            analysis.novelty().map(novelty -> surprise(novelty, ofDialog, its))));
                }
            }
        }
        return new SequenceRows(analysis, visible, rows, novelties(analysis, visible, time, isJudged), dialogs);
    }

    private static List<NoveltyRow> novelties(SequenceDetection analysis, Optional<IndexTruth> truth,
            Optional<TimeRange> time, IntPredicate isJudged) {
        List<NoveltyRow> rows = new ArrayList<>();
        for (NoveltyDetection.Group group : analysis.novelty().map(its -> its.listed(isJudged)).orElse(List.of())) {
            HopNovelty its = group.dialogs().novelty();
            List<Integer> there = within(group.dialogs().dialogs(), analysis.index(), time);
            if (!there.isEmpty()) {
                rows.add(new NoveltyRow(group, there,
                        span(analysis.index(), there, dialog -> its.units().message(its.worstUnit(dialog))),
                        classes(there, truth)));
            }
        }
        return rows;
    }

    private static Surprise surprise(NoveltyDetection novelty, Map<Integer, NoveltyDetection.Group> groups,
            List<Integer> dialogs) {
        double bits = 0;
        Optional<NoveltyDetection.Group> group = Optional.empty();
        for (int dialog : dialogs) {
            double its = novelty.novelty().bits(dialog);
            if (group.isEmpty() || its > bits) {
                group = Optional.ofNullable(groups.get(dialog));
            }
            bits = Math.max(bits, its);
        }
        return new Surprise(bits, group);
    }

    private static List<Integer> within(int[] dialogs, SipIndex index, Optional<TimeRange> time) {
        List<Integer> there = new ArrayList<>();
        for (int dialog : dialogs) {
            if (time.isEmpty() || isIn(index, dialog, time.get())) {
                there.add(dialog);
            }
        }
        return List.copyOf(there);
    }

    private static boolean isIn(SipIndex index, int dialog, TimeRange time) {
        long start = index.dialogs().startNanos(dialog);
        return start <= time.toNanos() && start + index.dialogs().durationNanos(dialog) >= time.fromNanos();
    }

    /// @param message the message of a dialog whose sender counts
    private static Span span(SipIndex index, List<Integer> dialogs, IntUnaryOperator message) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        Map<String, Integer> sources = new HashMap<>();
        for (int dialog : dialogs) {
            long start = index.dialogs().startNanos(dialog);
            first = Math.min(first, start);
            last = Math.max(last, start + index.dialogs().durationNanos(dialog));
            int source = index.messages().source(message.applyAsInt(dialog));
            sources.merge(index.messages().endpoint(source).host(), 1, Integer::sum);
        }
        String busiest = sources.entrySet()
                .stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        return new Span(first, last, busiest, sources.size());
    }

    private static Map<TrafficClass, Integer> classes(List<Integer> dialogs, Optional<IndexTruth> truth) {
        Map<TrafficClass, Integer> counts = new EnumMap<>(TrafficClass.class);
        truth.ifPresent(visible -> dialogs.forEach(dialog -> visible.ofDialog(dialog)
                .map(TruthLabel::trafficClass)
                .ifPresent(trafficClass -> counts.merge(trafficClass, 1, Integer::sum))));
        Map<TrafficClass, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet()
                .stream()
                .sorted(Map.Entry.<TrafficClass, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /// The dialogs of a sequence that are really of this class.
    public List<Integer> dialogsOf(SequenceRow row, TrafficClass wanted) {
        return row.dialogs()
                .stream()
                .filter(dialog -> truth.flatMap(visible -> visible.ofDialog(dialog))
                        .filter(label -> label.trafficClass() == wanted)
                        .isPresent())
                .toList();
    }

    /// How many dialogs have this mark.
    public int count(Mark mark) {
        return all.stream().filter(row -> row.mark() == mark).mapToInt(SequenceRow::count).sum();
    }

    /// Whether the model knows transactions per hop, so that dialogs are unknown by these.
    public boolean isByHop() {
        return analysis.novelty().isPresent();
    }

    /// The capture.
    public SipIndex index() {
        return analysis.index();
    }
}
