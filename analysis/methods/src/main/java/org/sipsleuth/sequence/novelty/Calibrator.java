package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.DialogTable;

/// Holds out parts of a baseline in turn, and scores each with a model of the others.
final class Calibrator {

    /// With fewer dialogs a p-value says nothing.
    private static final int LEAST_DIALOGS = 100;

    /// More days are joined, so that training does not take longer with every day.
    private static final int MOST_FOLDS = 7;

    /// How many parts a baseline of less than two days has.
    private static final int PARTS = 5;

    private static final int LEFT_OUT = -1;

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private Calibrator() {}

    /// The scores of a baseline; empty where it has too few dialogs.
    ///
    /// @param leftOut the dialogs that do not belong to it
    static Optional<Calibration> of(HopUnits units, BitSet leftOut) {
        DialogTable dialogs = units.index().dialogs();
        List<Integer> inTime = new ArrayList<>();
        for (int dialog = 0; dialog < dialogs.size(); dialog++) {
            if (!leftOut.get(dialog)) {
                inTime.add(dialog);
            }
        }
        if (inTime.size() < LEAST_DIALOGS) {
            return Optional.empty();
        }
        inTime.sort((a, b) -> Long.compare(dialogs.startNanos(a), dialogs.startNanos(b)));
        long first = dialogs.startNanos(inTime.getFirst());
        long days = (dialogs.startNanos(inTime.getLast()) - first) / DAY_NANOS + 1;
        boolean isByDay = days >= 2;
        int folds = isByDay ? (int) Math.min(days, MOST_FOLDS) : PARTS;
        int[] foldOf = new int[dialogs.size()];
        Arrays.fill(foldOf, LEFT_OUT);
        for (int place = 0; place < inTime.size(); place++) {
            int dialog = inTime.get(place);
            foldOf[dialog] = isByDay ? (int) ((dialogs.startNanos(dialog) - first) / DAY_NANOS * folds / days)
                    : (int) ((long) place * folds / inTime.size());
        }
        return scores(units, foldOf, folds).map(its -> new Calibration(its, folds, isByDay));
    }

    private static Optional<Map<Double, Long>> scores(HopUnits units, int[] foldOf, int folds) {
        Map<Double, Long> counts = new HashMap<>();
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            if (Arrays.stream(foldOf).allMatch(each -> each == held || each == LEFT_OUT)) {
                return Optional.empty();
            }
            NoveltyModel others =
                    new NoveltyTrainer().add(units, dialog -> foldOf[dialog] != held && foldOf[dialog] != LEFT_OUT)
                            .fit();
            HopNovelty novelty = HopNovelty.of(units, others);
            for (int dialog = 0; dialog < foldOf.length; dialog++) {
                if (foldOf[dialog] == held && novelty.worstUnit(dialog) >= 0) {
                    counts.merge(novelty.bits(dialog), 1L, Long::sum);
                }
            }
        }
        return counts.isEmpty() ? Optional.empty() : Optional.of(counts);
    }
}
