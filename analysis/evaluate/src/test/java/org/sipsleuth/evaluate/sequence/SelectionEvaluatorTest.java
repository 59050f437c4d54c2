package org.sipsleuth.evaluate.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.corpus.SequenceCorpus.Entry;

final class SelectionEvaluatorTest {

    @Test
    void withoutValidationTheSameIsTrainedAndMeasured() {
        SequenceCorpus corpus =
                new SequenceCorpus(List.of(new Entry(List.of("INVITE"), 5, 2, 3), new Entry(List.of("BYE"), 0, 4, 1)));
        SequenceCorpus without = SelectionEvaluator.withoutValidation(corpus);
        assertEquals(List.of(new Entry(List.of("INVITE"), 5, 0, 5), new Entry(List.of("BYE"), 0, 0, 5)),
                without.entries());
        assertEquals(corpus.dialogs(), without.dialogs());
        assertTrue(without.entries().stream().noneMatch(entry -> entry.validation() > 0));
    }
}
