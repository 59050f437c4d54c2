package org.sipsleuth.evaluate.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.sequence.SmallCorpus;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

class SimpleDetectorsTest {

    private static final SequenceCorpus CORPUS =
            new SequenceCorpus(List.of(entry("INVITE 100 180 200 ACK BYE 200", 50, 20, 30),
                    entry("INVITE 100 486 ACK", 20, 8, 12), entry("INVITE 100 180 BYE 200", 0, 2, 4)));

    private static final Map<String, Predicate<List<String>>> DETECTORS = SimpleDetectors.of(CORPUS);

    private static SequenceCorpus.Entry entry(String types, int training, int valid, int test) {
        return new SequenceCorpus.Entry(SmallCorpus.types(types), training, valid, test);
    }

    private static boolean isUnknown(String detector, String types) {
        return DETECTORS.get(detector).test(SmallCorpus.types(types));
    }

    @ParameterizedTest
    @CsvSource({
        // a trained one
        "INVITE 100 486 ACK, false, false, false, false, false",
        // the same messages in another order
        "INVITE 100 180 200 BYE ACK 200, true, false, true, true, false",
        // one message more, at a place where it came
        "INVITE 100 180 200 ACK BYE 200 ACK BYE 200, true, true, false, true, false",
        // one message more
        "INVITE 100 100 486 ACK, true, true, true, false, false"})
    void eachSeesWhatItLooksAt(String types, boolean isNew, boolean hasNewCounts, boolean hasNewBigram, boolean isFar,
            boolean never) {
        assertEquals(isNew, isUnknown("hash set of whole dialogs", types));
        assertEquals(hasNewCounts, isUnknown("set of message counts", types));
        assertEquals(hasNewBigram, isUnknown("set of bigrams", types));
        assertEquals(isFar, isUnknown("edit distance of 2 or more", types));
        assertEquals(never, isUnknown("always known", types));
    }

    @Test
    void hashSetIsExactAndAlwaysKnownFindsNothing() {
        Confusion exact = SimpleDetectors.confusion(CORPUS, DETECTORS.get("hash set of whole dialogs"));
        assertEquals(new Confusion(140, 0, 0, 6), exact);
        assertEquals(1, exact.ofUnknown().f1(), 0);
        Confusion never = SimpleDetectors.confusion(CORPUS, DETECTORS.get("always known"));
        assertEquals(new Confusion(140, 0, 6, 0), never);
    }

    /// BYE after 180 was never seen: more bits than any step of the trained dialogs.
    @Test
    void markovModelHasItsThresholdFromTheValidationPart() {
        DialogMarkov markov = new DialogMarkov(CORPUS);
        double known = markov.bits(SmallCorpus.types("INVITE 100 486 ACK"));
        double unknown = markov.bits(SmallCorpus.types("INVITE 100 180 BYE 200"));
        assertTrue(known < unknown, known + " < " + unknown);
        assertFalse(isUnknown("Markov model", "INVITE 100 180 200 ACK BYE 200"));
        assertFalse(isUnknown("Markov model", "INVITE 100 486 ACK"));
        assertTrue(isUnknown("Markov model", "INVITE 100 180 BYE 200"));
        assertTrue(isUnknown("Markov model", "INVITE 100 603 ACK"));
    }
}
