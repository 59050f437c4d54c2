package org.sipsleuth.ngram.global;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.ngram.TestMessages;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.run.RunMonitor;

class GlobalModelTest {

    private static final List<SparseVector> MESSAGES = TestMessages.vectors(EmbeddingSettings.PAPER, 150, 1);

    private static SparseVector point(double... values) {
        Map<Long, Double> map = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put((long) i, values[i]);
        }
        return SparseVector.of(map);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05, 0.1, 0.3, 0.7})
    void nuLiesBetweenTheSharesOutsideAndOfSupport(double nu) {
        GlobalModel model = GlobalModel.fit(MESSAGES, nu, RunMonitor.NONE);
        double slack = 1e-6 * model.squaredRadius();
        long outside = MESSAGES.stream().filter(each -> model.score(each) > model.squaredRadius() + slack).count();
        assertTrue(outside <= (long) (nu * MESSAGES.size() + 1e-9));
        assertTrue(model.supportCount() >= (int) Math.ceil(nu * MESSAGES.size() - 1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, 0.1, 0.3})
    void theOptimalityConditionsHold(double nu) {
        GlobalModel model = GlobalModel.fit(MESSAGES, nu, RunMonitor.NONE);
        double most = nu == 0 ? 1 : Math.min(1, 1 / (nu * MESSAGES.size()));
        double slack = 1e-6 * model.squaredRadius();
        double sum = 0;
        for (int i = 0; i < MESSAGES.size(); i++) {
            double multiplier = model.multiplier(i);
            double score = model.score(MESSAGES.get(i));
            sum += multiplier;
            assertTrue(multiplier >= 0.0 && multiplier <= most);
            if (multiplier < most) {
                assertTrue(score <= model.squaredRadius() + slack);
            }
            if (multiplier > 0) {
                assertTrue(score >= model.squaredRadius() - slack);
            }
        }
        assertEquals(1, sum, 1e-9);
    }

    @Test
    void withoutSlackItIsTheSmallestEnclosingBall() {
        List<SparseVector> triangle = List.of(point(0, 0), point(8, 0), point(4, 2), point(4, 1), point(3, -1));
        GlobalModel model = GlobalModel.fit(triangle, 0, RunMonitor.NONE);
        assertEquals(16, model.squaredRadius(), 1e-6);
        assertEquals(4, model.centre().at(0), 1e-6);
        assertEquals(0, model.centre().at(1), 1e-6);
    }

    /// The iteration of Bădoiu and Clarkson comes as near as wanted to the smallest ball.
    @Test
    void theBallOfRandomPointsIsThatOfAnotherSolver() {
        Random random = new Random(5);
        List<SparseVector> points = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            points.add(point(random.nextGaussian(), random.nextGaussian(), 2 * random.nextGaussian(),
                    random.nextGaussian()));
        }
        GlobalModel model = GlobalModel.fit(points, 0, RunMonitor.NONE);
        double[] centre = new double[4];
        double radius = 0;
        for (int round = 1; round < 400_000; round++) {
            SparseVector at = point(centre);
            SparseVector farthest =
                    points.stream().max(Comparator.comparingDouble(each -> at.squaredDistance(each))).orElseThrow();
            radius = at.distance(farthest);
            for (int i = 0; i < centre.length; i++) {
                centre[i] += (farthest.at(i) - centre[i]) / (round + 1);
            }
        }
        assertEquals(radius, Math.sqrt(model.squaredRadius()), 1e-3);
    }

    @Test
    void theCentreOfNuOneIsTheMean() {
        List<SparseVector> points = List.of(point(0, 0), point(3, 0), point(0, 9));
        GlobalModel model = GlobalModel.fit(points, 1, RunMonitor.NONE);
        assertEquals(1, model.centre().at(0), 1e-9);
        assertEquals(3, model.centre().at(1), 1e-9);
    }

    @Test
    void equalMessagesHaveASphereWithoutRadius() {
        GlobalModel model = GlobalModel.fit(List.of(point(1, 2), point(1, 2)), 0.5, RunMonitor.NONE);
        assertEquals(0, model.squaredRadius());
        assertEquals(9, model.score(point(1, 5)), 1e-9);
    }

    @Test
    void nothingToLearnIsRefused() {
        List<SparseVector> none = List.of();
        assertThrows(IllegalArgumentException.class, () -> GlobalModel.fit(none, 0.1, RunMonitor.NONE));
    }
}
