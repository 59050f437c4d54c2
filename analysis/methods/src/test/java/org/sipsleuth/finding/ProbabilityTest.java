package org.sipsleuth.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbabilityTest {

    @ParameterizedTest
    @CsvSource({
        "0.9997, = 0.9997",
        "0.99994, = 0.9999",
        "0.99996, > 0.9999",
        "1, > 0.9999",
        "0.0000123, = 1.2e-05",
        "0, = 0.0000"})
    void aProbabilityIsNotRoundedToCertainty(double value, String words) {
        assertEquals(words, Probability.relation(value).text());
    }
}
