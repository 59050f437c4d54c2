package org.sipsleuth.belief.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.observation.EventGroups;
import org.sipsleuth.sentence.Sentence;

/// Sentences about sources that were not examined.
class BeliefTextTest {

    private static final EventGroups.Others SOME = new EventGroups.Others(3, 5_000);

    @Test
    void sourcesThatAreOnlyCountedAreStated() {
        assertEquals(Optional.of("only the 65,536 sources with the most messages were analysed; 3 others"
                + " with 5,000 messages were skipped"), BeliefText.others(SOME).map(Sentence::text));
        assertEquals(
                Optional.of("nur die 65.536 Quellen mit den meisten Nachrichten wurden untersucht; 3"
                        + " weitere mit 5.000 Nachrichten wurden übersprungen"),
                BeliefText.others(SOME).map(sentence -> sentence.in(Locale.GERMAN)));
    }

    @Test
    void nothingIsSaidOfNone() {
        assertEquals(Optional.empty(), BeliefText.others(new EventGroups.Others(0, 0)));
    }
}
