package org.sipsleuth.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.NetworkMark;

class ThresholdFitTest {

    private static final List<SequenceScore> SCORES = List.of(new SequenceScore(0, 0.9f, 0.8, 0.6, 0, false),
            new SequenceScore(1, 0.7f, 0.4, 0.2, 1, false), new SequenceScore(2, 0.7f, 0.4, 0.2, 2, false));

    private static Thresholds fit(boolean strict) {
        KnownDialogs known = KnownDialogs
                .of(new org.sipsleuth.sequence.corpus.SequenceCorpus(List.of(SmallCorpus.entry("INVITE 200", 300),
                        SmallCorpus.entry("BYE 200", 50), SmallCorpus.entry("OPTIONS 200", 50))));
        return ThresholdFit.fit(SCORES, known, new UnknownSettings(Normalisation.ONE_HOT_LIMIT, 1e-4, strict));
    }

    /// 300 values of 0.8 and 100 of 0.4: mean 0.7, variance 0.03.
    @Test
    void thresholdsAreMeanLessVarianceOverAllDialogs() {
        assertEquals(0.7 - 0.03, fit(false).skewness(), 1e-12);
        assertEquals(0.5 - 0.03, fit(false).kurtosis(), 1e-12);
    }

    @Test
    void theMaximumOfAKnownDialogIsItsOwnThreshold() {
        Thresholds thresholds = fit(false);
        assertEquals(0.9f, thresholds.maximum(0), 0);
        assertEquals(0.9f * (1 - 1e-4), thresholds.leastMaximum(0), 1e-12);
        SCORES.forEach(score -> assertEquals(NetworkMark.WITHIN, thresholds.byMaximum(score)));
    }

    /// The paper's false negatives: a sum in single precision does not yield the value back.
    @Test
    void singlePrecisionMovesTheMeanOffTheValue() {
        assertNotEquals(0.9f, fit(true).maximum(0));
        assertEquals(fit(true).maximum(0), fit(true).leastMaximum(0), 0);
    }

    @Test
    void oneStatisticBelowIsBetween() {
        Thresholds thresholds = new Thresholds(0.5, 0.5, new double[]{0.5}, 0);
        assertEquals(NetworkMark.WITHIN, thresholds.byMoments(score(0.5, 0.5, false)));
        assertEquals(NetworkMark.BETWEEN, thresholds.byMoments(score(0.6, 0.4, false)));
        assertEquals(NetworkMark.BETWEEN, thresholds.byMoments(score(0.4, 0.6, false)));
        assertEquals(NetworkMark.OUTSIDE, thresholds.byMoments(score(0.4, 0.4, false)));
        assertEquals(NetworkMark.OUTSIDE, thresholds.byMoments(score(0.9, 0.9, true)));
        assertEquals(NetworkMark.OUTSIDE, thresholds.byMaximum(score(0.9, 0.9, true)));
        assertEquals(NetworkMark.WITHIN, thresholds.with(0.3, 0.3).byMoments(score(0.4, 0.4, false)));
    }

    /// As a network of three known dialogs yielded it on one machine.
    @Test
    void roundingMakesNothingUnknown() {
        double threshold = 1.0000000000194254;
        Thresholds thresholds = new Thresholds(0.5, threshold, new double[]{0.5}, 0);
        assertEquals(NetworkMark.WITHIN, thresholds.byMoments(score(0.5, 1.0000000000133882, false)));
        assertEquals(NetworkMark.WITHIN, thresholds.byMoments(score(0.5 - 1e-10, 1.1, false)));
        assertEquals(NetworkMark.BETWEEN, thresholds.byMoments(score(0.5, threshold - 1e-8, false)));
        assertEquals(NetworkMark.BETWEEN, thresholds.byMoments(score(0.5 - 1e-8, 1.1, false)));
    }

    private static SequenceScore score(double skewness, double kurtosis, boolean isCut) {
        return new SequenceScore(0, 0.9, skewness, kurtosis, -1, isCut);
    }
}
