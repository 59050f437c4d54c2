package org.sipsleuth.sequence.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;

class TrainingSetTest {

    private static final int[] ONES = {1, 1};
    private static final int[] NONE = {0, 0};

    private static void refused(String why, List<int[]> sequences, int[] training, int[] validation, int length) {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new TrainingSet(sequences, training, validation, 4, length)).getMessage();
        assertEquals(why, message);
    }

    @Test
    void whatCannotBeLearnedIsRefused() {
        List<int[]> two = List.of(new int[]{1, 2}, new int[]{3});
        List<int[]> one = List.of(new int[]{1});
        List<int[]> same = List.of(new int[]{1}, new int[]{1});
        List<int[]> padding = List.of(new int[]{1}, new int[]{0});
        List<int[]> empty = List.of(new int[]{1}, new int[0]);
        int[] single = {1};
        refused("training needs at least two different sequences, not 1", one, single, single, 4);
        refused("each sequence needs its two counts", two, single, NONE, 4);
        refused("a sequence does not occur in training", two, NONE, NONE, 4);
        refused("a sequence occurs less than never in validation", two, ONES, new int[]{0, -1}, 4);
        refused("a length is 2 or more, not 1", two, ONES, NONE, 1);
        refused("a sequence is there twice", same, ONES, NONE, 4);
        refused("a sequence has a symbol outside 1 to 3", padding, ONES, NONE, 4);
        refused("a sequence has 1 to 4 messages, not 0", empty, ONES, NONE, 4);
    }

    @Test
    void itKeepsCopies() {
        int[] sequence = {1, 2};
        int[] training = {1, 2};
        TrainingSet set = new TrainingSet(List.of(sequence, new int[]{3}), training, NONE, 4, 5);
        sequence[0] = 3;
        training[1] = 9;
        set.sequence(0)[1] = 3;
        assertEquals(1, set.sequence(0)[0]);
        assertEquals(2, set.sequence(0)[1]);
        assertEquals(3, set.trainingTotal());
        assertEquals(0, set.validationTotal());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        ConvolutionSettings network = ConvolutionSettings.paper();
        double[] rates = {0, -1, 2, Double.NaN};
        for (double rate : rates) {
            assertThrows(IllegalArgumentException.class, () -> new TrainingSettings(network, 64, rate, 1, 1, 1));
        }
        for (int[] each : new int[][]{{0, 1, 1}, {1, 0, 1}, {1, 1, 0}}) {
            assertThrows(IllegalArgumentException.class,
                    () -> new TrainingSettings(network, each[0], 0.1, each[1], each[2], 1));
        }
        assertEquals(0, ((RecurrentSettings) TrainingSettings.recurrent(1).network()).units());
    }
}
