package org.sipsleuth.ngram.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    private static final String PAPER = "BYE SIP:JOHN@DOE SIP/2.0";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, Double> counts(EmbeddingSettings settings, String text) {
        Embedding embedding = new Embedding(settings);
        EmbeddedMessage message = embedding.read(bytes(text), Optional.empty());
        assertEquals(message.vector(), embedding.embed(bytes(text)));
        Map<String, Double> counts = new TreeMap<>();
        for (int i = 0; i < message.vector().size(); i++) {
            counts.put(message.text(message.vector().key(i)), message.vector().value(i));
        }
        return counts;
    }

    @Test
    void tokensAreThoseOfThePaper() {
        assertEquals(Map.of("BYE", 1.0, "SIP", 2.0, "JOHN", 1.0, "DOE", 1.0, "2.0", 1.0),
                counts(EmbeddingSettings.tokens(), PAPER));
    }

    @Test
    void fourGramsAreThoseOfThePaper() {
        Map<String, Double> counts = counts(EmbeddingSettings.PAPER, PAPER);
        assertEquals(1.0, counts.get("BYE "));
        assertEquals(1.0, counts.get("YE S"));
        assertEquals(2.0, counts.get("E SI"));
        assertEquals(2.0, counts.get(" SIP"));
        assertEquals(PAPER.length() - 3, counts.values().stream().mapToDouble(each -> each).sum());
    }

    @Test
    void longTokensHaveKeysOfTheirOwnAndKeepTheirText() {
        assertEquals(Map.of("subscription", 2.0, "notification", 1.0),
                counts(EmbeddingSettings.tokens(), "subscription subscription:notification"));
    }

    @Test
    void keysGiveTheTextOfNgrams() {
        Grams.Bytes grams = new Grams.Bytes(8);
        SparseVector vector = new Embedding(EmbeddingSettings.bytes(8)).embed(bytes("\u00ffINVITE "));
        assertEquals("\u00ffINVITE ", grams.text(vector.key(0)));
    }

    @Test
    void shortMessagesHaveNoNgrams() {
        assertEquals(SparseVector.ZERO, new Embedding(EmbeddingSettings.PAPER).embed(bytes("BYE")));
        assertEquals(0, new Embedding(EmbeddingSettings.tokens()).embed(new byte[0]).size());
    }

    @Test
    void unitVectorsHaveLengthOne() {
        SparseVector vector = new Embedding(EmbeddingSettings.PAPER.withUnitLength()).embed(bytes(PAPER));
        assertTrue(vector.squaredNorm() >= 1 - 1e-12 && vector.squaredNorm() <= 1 + 1e-12);
    }

    @Test
    void contextCountsBehindTheMessage() {
        Embedding embedding = new Embedding(EmbeddingSettings.PAPER.withContext());
        MessageContext context = new MessageContext(MessageContext.State.NONE, "BYE", "", true, 0);
        EmbeddedMessage message = embedding.read(bytes(PAPER), Optional.of(context));
        long gram = new Embedding(EmbeddingSettings.PAPER).embed(bytes("N>BE")).key(0);
        assertEquals(1, message.vector().at(gram));
        assertTrue(message.from(gram, 0) >= PAPER.length());
        assertEquals(embedding.embed(bytes(PAPER)),
                new Embedding(EmbeddingSettings.PAPER).embed(bytes(PAPER), Optional.of(context)));
    }
}
