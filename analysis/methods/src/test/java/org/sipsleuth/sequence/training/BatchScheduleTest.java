package org.sipsleuth.sequence.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.NetworkSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;

class BatchScheduleTest {

    private static final TrainingSet SET = SmallSet.of();

    private static BatchSchedule lessons(NetworkSettings kind) {
        return new BatchSchedule(SET, new TrainingSettings(kind, 16, 1e-3, 1, 1, 4));
    }

    @Test
    void anEpochWeighsEverySequenceAsOftenAsItOccurs() {
        double[] weights = BatchSchedule.weights(SET);
        double[] seen = new double[SET.classes()];
        for (BatchSchedule.Batch batch : lessons(ConvolutionSettings.paper()).next()) {
            batch.classes().forEach(k -> seen[k] += weights[k]);
        }
        for (int k = 0; k < seen.length; k++) {
            assertEquals(SET.training(k), seen[k], 1e-9);
            assertTrue(weights[k] <= 2);
        }
    }

    @Test
    void aConvolutionSeesAllThePadding() {
        for (BatchSchedule.Batch batch : lessons(ConvolutionSettings.paper()).next()) {
            assertEquals(SmallSet.LENGTH, batch.steps());
        }
    }

    @Test
    void aRecurrentNetworkSeesSequencesOfSimilarLengthTogether() {
        TrainingSet set = new TrainingSet(List.of(new int[]{1}, new int[]{2, 1, 2, 1, 2, 1}), new int[]{64, 64},
                new int[2], 3, 56);
        BatchSchedule lessons =
                new BatchSchedule(set, new TrainingSettings(RecurrentSettings.paper(), 8, 1e-3, 1, 1, 4));
        int isFullLength = 0;
        for (int epoch = 0; epoch < 100; epoch++) {
            for (BatchSchedule.Batch batch : lessons.next()) {
                int length = batch.sequences().getFirst().length;
                batch.sequences().forEach(each -> assertEquals(length, each.length));
                assertTrue(batch.steps() == length + 4 || batch.steps() == 56);
                isFullLength += batch.steps() == 56 ? 1 : 0;
            }
        }
        assertEquals(200, isFullLength, 60);
    }
}
