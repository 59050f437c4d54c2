package org.sipsleuth.sequence.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.sipsleuth.sequence.network.RecurrentSettings;

/// In which order and how often a network sees the sequences.
///
/// A dialog that occurs a thousand times need not be shown a thousand times: it is shown less often
/// and counts for more. Over an epoch its gradients add up to those of all its occurrences. But one
/// update must not be all about one sequence, or Adam takes small steps for long after: so nothing
/// counts more than [#MOST_WEIGHT] times as much as a sequence that occurs once.
final class BatchSchedule {

    private static final int MOST_WEIGHT = 2;

    /// One in so many updates of a recurrent network sees all the padding, so that it goes on
    /// holding what it remembers until the end.
    private static final int WHOLE = 4;

    /// How much padding the others see after the longest sequence: enough to end in.
    private static final int LITTLE_PADDING = 4;

    private final TrainingSet set;
    private final TrainingSettings settings;
    private final Random random;
    private final List<Integer> shown = new ArrayList<>();

    BatchSchedule(TrainingSet set, TrainingSettings settings) {
        this.set = set;
        this.settings = settings;
        this.random = new Random(settings.seed());
        for (int k = 0; k < set.classes(); k++) {
            shown.addAll(Collections.nCopies(times(set, k), k));
        }
    }

    /// How often an epoch shows a class.
    private static int times(TrainingSet set, int k) {
        return (set.training(k) + MOST_WEIGHT - 1) / MOST_WEIGHT;
    }

    /// How much each class counts each time it is shown; times how often, how often it occurs.
    static double[] weights(TrainingSet set) {
        double[] weights = new double[set.classes()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (double) set.training(k) / times(set, k);
        }
        return weights;
    }

    /// The updates of the next epoch. For a recurrent network sequences of similar length come
    /// together, so that they need little padding.
    List<Batch> next() {
        boolean recurrent = settings.network() instanceof RecurrentSettings;
        Collections.shuffle(shown, random);
        if (recurrent) {
            shown.sort(Comparator.comparingInt(k -> set.sequences().get(k).length));
        }
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < shown.size(); from += settings.batch()) {
            int to = Math.min(shown.size(), from + settings.batch());
            boolean isFullLength = !recurrent || random.nextInt(WHOLE) == 0;
            batches.add(batch(shown.subList(from, to), isFullLength));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private Batch batch(List<Integer> classes, boolean isFullLength) {
        List<int[]> sequences = classes.stream().map(set.sequences()::get).toList();
        int longest = sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0);
        int steps = isFullLength ? set.length() : Math.min(set.length(), longest + LITTLE_PADDING);
        return new Batch(sequences, List.copyOf(classes), steps);
    }

    /// What one update examines.
    ///
    /// @param sequences the sequences
    /// @param classes the class of each
    /// @param steps to how many messages they are padded
    record Batch(List<int[]> sequences, List<Integer> classes, int steps) {}
}
