package org.sipsleuth.ngram.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.ngram.TestMessages;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.SparseVector;

class LocalModelTest {

    private static SparseVector point(double x, double y) {
        return SparseVector.of(Map.of(1L, x, 2L, y));
    }

    @Test
    void scoreIsThatOfThePaper() {
        LocalModel model = LocalModel.fit(List.of(point(0, 0), point(3, 4), point(100, 100)), 2);
        LocalScore score = model.score(point(0, 4));
        assertEquals(List.of(new Neighbour(1, 3), new Neighbour(0, 4)), score.neighbours());
        assertEquals(3.5, score.meanDistance());
        assertEquals(2 * 5.0 / 4, score.spread());
        assertEquals(1, score.value());
    }

    @Test
    void theIndexEqualsComparingWithAll() {
        for (EmbeddingSettings settings : List.of(EmbeddingSettings.bytes(2), EmbeddingSettings.bytes(4),
                EmbeddingSettings.tokens())) {
            List<SparseVector> training = TestMessages.vectors(settings, 400, 1);
            training.addAll(training.subList(10, 20));
            for (int k : List.of(1, 5, 9)) {
                LocalModel model = LocalModel.fit(training, k);
                LocalScorer scorer = model.scorer();
                for (SparseVector message : probes(settings)) {
                    LocalScore expected = model.scoreByAll(message);
                    assertEquals(expected, scorer.score(message));
                    assertEquals(expected.neighbours().getFirst(), model.nearest(message));
                }
            }
        }
    }

    @Test
    void theIndexEqualsComparingWithAllForUnitVectors() {
        EmbeddingSettings settings = EmbeddingSettings.PAPER.withUnitLength();
        LocalModel model = LocalModel.fit(TestMessages.vectors(settings, 400, 1), 5);
        LocalScorer scorer = model.scorer();
        for (SparseVector message : probes(settings)) {
            assertEquals(model.scoreByAll(message).value(), scorer.score(message).value(), 1e-9);
        }
    }

    private static List<SparseVector> probes(EmbeddingSettings settings) {
        Random random = new Random(7);
        Embedding embedding = new Embedding(settings);
        List<SparseVector> probes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            probes.add(embedding.embed(i % 2 == 0 ? TestMessages.message(i, random) : TestMessages.damaged(i, random)));
        }
        probes.add(SparseVector.ZERO);
        probes.addAll(TestMessages.vectors(settings, 5, 1));
        return probes;
    }

    @Test
    void aTrainingMessageAndItsCopiesHaveNoDistance() {
        SparseVector one = point(1, 2);
        LocalModel model = LocalModel.fit(List.of(one, one, one, point(5, 5)), 3);
        assertEquals(0, model.score(one).value());
    }

    @Test
    void moreNeighboursThanMessagesAreRefused() {
        List<SparseVector> one = List.of(point(1, 1));
        assertThrows(IllegalArgumentException.class, () -> LocalModel.fit(one, 2));
    }
}
