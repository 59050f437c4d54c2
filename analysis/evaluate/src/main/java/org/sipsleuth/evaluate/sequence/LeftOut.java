package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.NoveltyTrainer;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.SequenceDetection;

/// Leaves out one network, or one stack, after the other: trains novelty per hop on the harmless
/// dialogs of all others, and counts how many harmless dialogs of the one left out are unknown. All
/// captures stay in memory.
final class LeftOut {

    static final String NOVELTY = "novelty per hop";
    static final String TRANSACTIONS = "hash set of transactions";

    /// With fewer dialogs a share says nothing.
    private static final int LEAST_DIALOGS = 10;

    /// How many groups have a row of their own.
    private static final int MOST_ROWS = 20;

    private static final String UNNAMED = "no User-Agent";

    private final List<Capture> captures = new ArrayList<>();

    /// What is known of a capture.
    private record Capture(String network, SequenceDetection detection, BitSet left) {

        HopUnits units() {
            return detection.novelty().map(NoveltyDetection::novelty).orElseThrow().units();
        }

        int dialogs() {
            return detection.index().dialogs().size();
        }

        List<String> types(int dialog) {
            var sequences = detection.scored().sequences();
            return sequences.types(sequences.ofDialog(dialog));
        }

        String stack(int dialog) {
            return LeftOut.stack(detection.index().dialogs().userAgent(dialog));
        }
    }

    /// Names the group of a dialog.
    private interface Grouping {
        String of(Capture capture, int dialog);
    }

    /// How many dialogs of a group there are, and how many of them each detector calls unknown.
    private record Group(String name, int dialogs, Map<String, Integer> unknown) {

        double share(String detector) {
            return (double) unknown.getOrDefault(detector, 0) / dialogs;
        }
    }

    /// Adds a capture whose model knows hops.
    ///
    /// @param left the dialogs that are not harmless
    void add(String network, SequenceDetection detection, BitSet left) {
        if (detection.novelty().isPresent()) {
            captures.add(new Capture(network, detection, left));
        }
    }

    /// The family of a User-Agent: its first word without version, in lower case.
    static String stack(String userAgent) {
        String first = userAgent.strip().split("[/ ,;(]", 2)[0].toLowerCase(Locale.ROOT);
        String family = first.replaceAll("[-_.]?v?\\d[\\w.-]*$", "");
        return first.isEmpty() ? UNNAMED : family.isEmpty() ? first : family;
    }

    /// Both tables; none of a kind that has fewer than two groups.
    List<EvaluationTable> tables(long seed) {
        List<EvaluationTable> tables = new ArrayList<>();
        table("network-out", "Unknown harmless dialogs of a network that training never saw", seed,
                (capture, _) -> capture.network()).ifPresent(tables::add);
        table("stack-out", "Unknown harmless dialogs of a stack (User-Agent) that training never saw", seed,
                Capture::stack).ifPresent(tables::add);
        return tables;
    }

    private Optional<EvaluationTable> table(String id, String title, long seed, Grouping grouping) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Capture capture : captures) {
            for (int dialog = 0; dialog < capture.dialogs(); dialog++) {
                if (!capture.left().get(dialog)) {
                    sizes.merge(grouping.of(capture, dialog), 1, Integer::sum);
                }
            }
        }
        sizes.values().removeIf(size -> size < LEAST_DIALOGS);
        if (sizes.size() < 2) {
            return Optional.empty();
        }
        List<Group> groups = sizes.keySet()
                .stream()
                .map(name -> leftOut(name, grouping))
                .sorted(Comparator.comparingInt(Group::dialogs).reversed())
                .toList();
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(row("groups left out in turn", groups.size()));
        rows.add(row("dialogs", groups.stream().mapToInt(Group::dialogs).sum()));
        for (String detector : groups.getFirst().unknown().keySet()) {
            rows.add(new EvaluationRow("unknown by " + detector + ", mean of the groups", null,
                    Interval.of(groups, seed, some -> mean(some, detector)), null));
        }
        groups.stream()
                .limit(MOST_ROWS)
                .forEach(group -> rows.add(
                        new EvaluationRow(String.format(Locale.ROOT, "%s, %,d dialogs", group.name(), group.dialogs()),
                                null, Spread.of(group.share(NOVELTY)), null, group.share(SimpleDetectors.WHOLE))));
        return Optional.of(new EvaluationTable(id, title, rows));
    }

    private static double mean(List<Group> some, String detector) {
        return some.stream().mapToDouble(group -> group.share(detector)).average().orElse(0);
    }

    private static EvaluationRow row(String name, int count) {
        return new EvaluationRow(name, null, Spread.of((double) count), null);
    }

    private Group leftOut(String name, Grouping grouping) {
        NoveltyTrainer trainer = new NoveltyTrainer();
        Set<List<String>> sequences = new HashSet<>();
        for (Capture capture : captures) {
            IntPredicate isTrained =
                    dialog -> !capture.left().get(dialog) && !grouping.of(capture, dialog).equals(name);
            trainer.add(capture.units(), isTrained);
            for (int dialog = 0; dialog < capture.dialogs(); dialog++) {
                if (isTrained.test(dialog)) {
                    sequences.add(capture.types(dialog));
                }
            }
        }
        NoveltyModel model = trainer.fit();
        Map<String, Predicate<List<String>>> alternatives = SimpleDetectors.of(List.copyOf(sequences));
        Map<String, Integer> unknown = new LinkedHashMap<>();
        unknown.put(NOVELTY, 0);
        unknown.put(TRANSACTIONS, 0);
        alternatives.keySet().forEach(each -> unknown.put(each, 0));
        Map<List<String>, Integer> left = new HashMap<>();
        int dialogs = 0;
        for (Capture capture : captures) {
            HopNovelty novelty = HopNovelty.of(capture.units(), model);
            BitSet unseen = unseen(capture.units(), model);
            for (int dialog = 0; dialog < capture.dialogs(); dialog++) {
                if (!capture.left().get(dialog) && grouping.of(capture, dialog).equals(name)) {
                    dialogs++;
                    unknown.merge(NOVELTY, novelty.isUnknown(dialog) ? 1 : 0, Integer::sum);
                    unknown.merge(TRANSACTIONS, unseen.get(dialog) ? 1 : 0, Integer::sum);
                    left.merge(capture.types(dialog), 1, Integer::sum);
                }
            }
        }
        alternatives.forEach((each, isUnknown) -> left.forEach((types, times) -> {
            if (isUnknown.test(types)) {
                unknown.merge(each, times, Integer::sum);
            }
        }));
        return new Group(name, dialogs, unknown);
    }

    /// The dialogs with a transaction that training never saw as a whole.
    private static BitSet unseen(HopUnits units, NoveltyModel model) {
        List<Boolean> isObserved = units.words().stream().map(model::isObserved).toList();
        BitSet unseen = new BitSet();
        for (int unit = 0; unit < units.size(); unit++) {
            if (!isObserved.get(units.word(unit))) {
                unseen.set(units.dialog(unit));
            }
        }
        return unseen;
    }
}
