package org.sipsleuth.sequence.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.sequence.corpus.SequenceCorpus.Entry;

class MostFrequentTest {

    @Test
    void theMostFrequentRemainInAnOrderOfTheirOwn() {
        Entry rare = new Entry(List.of("OPTIONS", "200"), 1, 0, 0);
        Entry second = new Entry(List.of("REGISTER", "401"), 1, 1, 1);
        Entry first = new Entry(List.of("INVITE", "486", "ACK"), 3, 0, 0);
        assertEquals(List.of(first, second),
                new SequenceCorpus(List.of(rare, second, first)).mostFrequent(2).entries());
        SequenceCorpus few = new SequenceCorpus(List.of(first, rare, second));
        assertEquals(few, few.mostFrequent(3));
    }
}
