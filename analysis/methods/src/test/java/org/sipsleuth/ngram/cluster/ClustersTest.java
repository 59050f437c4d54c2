package org.sipsleuth.ngram.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.ngram.TestMessages;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.Normalisation;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.run.RunMonitor;

class ClustersTest {

    private final List<SparseVector> messages =
            TestMessages.vectors(EmbeddingSettings.PAPER.normalised(Normalisation.NETWORK), 91, 1);

    @Test
    void messagesOfOneKindAreOneGroup() {
        Clusters clusters = Clusters.of(messages, 8, 1, RunMonitor.NONE);
        assertEquals(3, clusters.count());
        assertEquals(31, clusters.members(0).length);
        for (int i = 0; i < messages.size(); i++) {
            assertEquals(clusters.of(i % 3), clusters.of(i));
            assertEquals(clusters.of(i), clusters.nearest(messages.get(i)));
        }
        assertEquals(0, clusters.inertia());
    }

    @Test
    void theSameSeedGivesTheSameGroups() {
        List<SparseVector> vectors = TestMessages.vectors(EmbeddingSettings.PAPER, 120, 2);
        Clusters one = Clusters.of(vectors, 9, 4, RunMonitor.NONE);
        Clusters other = Clusters.of(vectors, 9, 4, RunMonitor.NONE);
        assertEquals(other.inertia(), one.inertia());
        assertTrue(one.inertia() > 0);
        for (int i = 0; i < vectors.size(); i++) {
            assertEquals(other.of(i), one.of(i));
        }
    }

    @Test
    void noMessagesHaveNoGroups() {
        assertEquals(0, Clusters.of(List.of(), 4, 1, RunMonitor.NONE).count());
    }
}
