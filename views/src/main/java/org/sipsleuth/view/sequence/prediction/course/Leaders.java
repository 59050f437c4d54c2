package org.sipsleuth.view.sequence.prediction.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.sequence.PredictionStep;

/// The known dialogs whose probability is drawn over the steps: those that came first at some step,
/// the surest first. Immutable.
///
/// @param known their numbers; the place in the list is the place in the palette
public record Leaders(List<Integer> known) {

    /// As many as there are colours that are evaluated separately.
    public static final int MOST = 5;

    public Leaders {
        known = List.copyOf(known);
    }

    /// Of these steps; those of before keep their places, and so their colours.
    public static Leaders of(List<PredictionStep> steps, Leaders before) {
        Map<Integer, Double> heights = new HashMap<>();
        for (PredictionStep step : steps) {
            if (!step.leading().isEmpty()) {
                PredictionStep.Leading first = step.leading().getFirst();
                heights.merge(first.known(), first.probability(), Math::max);
            }
        }
        List<Integer> chosen = new ArrayList<>(before.known());
        chosen.retainAll(heights.keySet());
        heights.entrySet()
                .stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(known -> !chosen.contains(known))
                .limit(Math.max(0, MOST - chosen.size()))
                .forEach(chosen::add);
        return new Leaders(chosen);
    }

    /// None.
    public static Leaders none() {
        return new Leaders(List.of());
    }

    /// The place of a known dialog in the palette, or -1.
    public int place(int dialog) {
        return known.indexOf(dialog);
    }
}
