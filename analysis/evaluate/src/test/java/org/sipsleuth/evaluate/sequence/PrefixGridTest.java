package org.sipsleuth.evaluate.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

class PrefixGridTest {

    private static final SequenceCorpus CORPUS =
            new SequenceCorpus(List.of(new SequenceCorpus.Entry(List.of("INVITE", "200", "ACK", "BYE"), 3, 0, 0),
                    new SequenceCorpus.Entry(List.of("OPTIONS", "200"), 1, 0, 0),
                    new SequenceCorpus.Entry(List.of("INFO"), 0, 0, 4)));

    /// The first is recognised from its third message on, the second never, the third is unknown.
    private static PrefixGrid grid(int steps) {
        PrefixGrid grid = new PrefixGrid(steps);
        PrefixGrid.fill(List.of(grid), CORPUS,
                types -> types.size() == 4 ? new int[]{5, 5, 0, 0} : new int[types.size()],
                types -> types.size() == 4 ? 0 : types.size() == 2 ? 1 : -1);
        return grid;
    }

    @Test
    void dialogsCountAsOftenAsTheyOccur() {
        PrefixGrid grid = grid(20);
        assertEquals(0, grid.share(5), 0);
        assertEquals(0, grid.share(10), 0);
        assertEquals(1, grid.share(15), 0);
        assertEquals(3.0 / 8, grid.share(20), 1e-12);
        assertEquals(0.75, grid.leastShare(), 0);
    }

    @Test
    void aBeginningLiesAtTheFirstPlaceBehindIt() {
        assertEquals(42.0 / 56, grid(56).leastShare(), 0);
        assertEquals(1, grid(3).leastShare(), 0); // 3 of 4 lies behind 2 of 3
    }
}
