package org.sipsleuth.ngram.unseen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.ngram.TestMessages;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.SparseVector;

class UnseenModelTest {

    private final Embedding embedding = new Embedding(EmbeddingSettings.PAPER);

    private SparseVector vector(String text) {
        return embedding.embed(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void scoresCountGramsThatNoNormalMessageHas() {
        UnseenModel model = UnseenModel.fit(List.of(vector("BYE sip:a"), vector("ACK sip:b")));
        assertEquals(0, model.score(vector("BYE sip:b")));
        assertEquals(4, model.score(vector("BYE spi:a"))); // "E sp", " spi", "spi:", "pi:a"
        assertEquals(5, model.score(vector("spi:aspi:a"))); // each counts once
    }

    @Test
    void itEqualsASetWhateverTheKeys() {
        Random random = new Random(5);
        long[] grams = LongStream.generate(() -> random.nextInt(4) == 0 ? random.nextInt(50) : random.nextLong())
                .limit(5_000)
                .sorted()
                .distinct()
                .toArray();
        Set<Long> set = LongStream.of(grams).boxed().collect(Collectors.toSet());
        UnseenModel model = UnseenModel.of(grams);
        for (long key = -100; key < 100; key++) {
            assertEquals(set.contains(key), model.knows(key), Long.toString(key));
        }
        for (long gram : grams) {
            assertEquals(true, model.knows(gram));
            assertEquals(set.contains(gram + 1), model.knows(gram + 1));
        }
        assertArrayEquals(grams, model.grams());
    }

    @Test
    void learningInPiecesEqualsLearningAtOnce() {
        List<SparseVector> all = TestMessages.vectors(EmbeddingSettings.PAPER, 300, 9);
        UnseenModel.Learner learner = new UnseenModel.Learner();
        all.reversed().forEach(learner::add);
        assertArrayEquals(UnseenModel.fit(all).grams(), learner.model().grams());
        all.forEach(each -> assertEquals(0, UnseenModel.fit(all).score(each)));
    }

    @Test
    void gramsOutOfOrderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> UnseenModel.of(new long[]{2, 1}));
        assertThrows(IllegalArgumentException.class, () -> UnseenModel.of(new long[]{1, 1}));
        assertEquals(0, UnseenModel.of(new long[0]).size());
    }
}
