package org.sipsleuth.sequence.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceCapture;
import org.sipsleuth.sequence.SmallCorpus;

class SequenceCorpusTest {

    private static DialogSequences sequences(MessageChoice choice) {
        SequenceCapture capture = new SequenceCapture().add(SmallCorpus.CALL, 100)
                .add(SmallCorpus.BUSY, 10)
                .add("OPTIONS 200", 1)
                .addRepeated("MESSAGE 200")
                .add("MESSAGE 200", 1);
        return DialogSequences.of(capture.index(), choice, RunMonitor.NONE);
    }

    @Test
    void dialogsWithTheSameTypesShareASequence() {
        DialogSequences sequences = sequences(MessageChoice.PAPER);
        assertEquals(4, sequences.size());
        assertEquals(SmallCorpus.types(SmallCorpus.CALL), sequences.types(0));
        assertEquals(100, sequences.count(0));
        assertEquals(2, sequences.count(3));
        assertEquals(List.of(111, 112), List.of(sequences.dialogs(3)[0], sequences.dialogs(3)[1]));
        assertEquals(1, sequences.ofDialog(105));
    }

    @Test
    void retransmissionsBelongToASequenceOnDemand() {
        DialogSequences sequences = sequences(new MessageChoice(true, true));
        assertEquals(5, sequences.size());
        assertEquals(List.of("MESSAGE", "MESSAGE", "200", "200"), sequences.types(3));
    }

    @Test
    void eachSequenceIsPartedInTheProportions() {
        SequenceCorpus corpus = SequenceCorpus.of(sequences(MessageChoice.PAPER), Proportions.PAPER, 3);
        SequenceCorpus.Entry calls = corpus.entries().get(0);
        assertEquals(List.of(50, 20, 30), List.of(calls.training(), calls.validation(), calls.test()));
        assertEquals(113, corpus.dialogs());
    }

    @Test
    void theSeedDecidesWhereSinglesGo() {
        boolean inTraining = false;
        boolean elsewhere = false;
        for (int seed = 0; seed < 40; seed++) {
            SequenceCorpus.Entry single = SequenceCorpus.of(sequencesOnce(), Proportions.PAPER, seed).entries().get(0);
            assertEquals(1, single.dialogs());
            inTraining |= single.isTrained();
            elsewhere |= !single.isTrained();
        }
        assertTrue(inTraining && elsewhere);
        assertEquals(SequenceCorpus.of(sequencesOnce(), Proportions.PAPER, 5),
                SequenceCorpus.of(sequencesOnce(), Proportions.PAPER, 5));
    }

    private static DialogSequences sequencesOnce() {
        return DialogSequences.of(new SequenceCapture().add("OPTIONS 200", 1).index(), MessageChoice.PAPER,
                RunMonitor.NONE);
    }

    @Test
    void allIsForTrainingWhereAllIsBaseline() {
        SequenceCorpus corpus = SequenceCorpus.of(sequences(MessageChoice.PAPER), Proportions.ALL, 1);
        corpus.entries().forEach(entry -> assertEquals(entry.dialogs(), entry.training()));
        assertNotEquals(0, corpus.dialogs());
    }
}
