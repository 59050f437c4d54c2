package org.sipsleuth.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class FactsTest {

    private static final Facts FACTS = Facts.builder()
            .put("text", "a")
            .put("whole", 7)
            .put("real", 0.5)
            .put("flag", true)
            .putTexts("texts", List.of("a", "b"))
            .putNumbers("numbers", 1, 2.5)
            .putIntegers("integers", 1, -2)
            .putAll("objects", List.of(Facts.builder().put("n", 1).build()))
            .put("object", Facts.builder().put("inner", Facts.NONE).build())
            .build();

    @Test
    void everyKindIsGivenAsItWasPut() throws ModelFormatException {
        assertEquals("a", FACTS.text("text"));
        assertEquals(7, FACTS.integer("whole"));
        assertEquals(7, FACTS.integer("whole", 7, 7));
        assertEquals(0.5, FACTS.number("real"));
        assertEquals(7.0, FACTS.number("whole"));
        assertTrue(FACTS.flag("flag"));
        assertEquals(List.of("a", "b"), FACTS.texts("texts"));
        assertArrayEquals(new double[]{1, 2.5}, FACTS.numbers("numbers"));
        assertArrayEquals(new double[]{1, -2}, FACTS.numbers("integers"));
        assertArrayEquals(new long[]{1, -2}, FACTS.integers("integers"));
        assertEquals(1, FACTS.objects("objects").getFirst().integer("n"));
        assertEquals(Facts.NONE, FACTS.object("object").object("inner"));
        assertTrue(FACTS.has("flag"));
        assertFalse(FACTS.has("flags"));
        assertEquals("text", FACTS.names().iterator().next());
    }

    @Test
    void refusalsNameThePlace() throws ModelFormatException {
        assertRefusal("text: is not a whole number", () -> FACTS.integer("text"));
        assertRefusal("whole: must be 0–6 (got 7)", () -> FACTS.integer("whole", 0, 6));
        assertRefusal("real: is not a whole number", () -> FACTS.integer("real"));
        assertRefusal("flag: is not a number", () -> FACTS.number("flag"));
        assertRefusal("whole: must be true or false", () -> FACTS.flag("whole"));
        assertRefusal("text: is not a list", () -> FACTS.texts("text"));
        assertRefusal("texts: is not a text", () -> FACTS.text("texts"));
        assertRefusal("texts: is not an object", () -> FACTS.object("texts"));
        assertRefusal("numbers[0]: is not a text", () -> FACTS.texts("numbers"));
        assertRefusal("numbers[0]: is not an object", () -> FACTS.objects("numbers"));
        assertRefusal("numbers[0]: is not a whole number", () -> FACTS.integers("numbers"));
        assertRefusal("texts[0]: is not a number", () -> FACTS.numbers("texts"));
        assertRefusal("object.inner.x: is missing", () -> inner().text("x"));
        assertRefusal("objects[0].m: is missing", () -> FACTS.objects("objects").getFirst().flag("m"));
    }

    private static Facts inner() throws ModelFormatException {
        return FACTS.object("object").object("inner");
    }

    private static void assertRefusal(String words, Executable asking) {
        ModelFormatException refusal = assertThrows(ModelFormatException.class, asking);
        assertEquals("facts.json, " + words, refusal.getMessage());
        assertEquals("facts.json, " + words.substring(0, words.indexOf(':')), refusal.where());
    }

    @Test
    void whatCannotBeWrittenCannotBePut() {
        Facts.Builder facts = Facts.builder().put("a", 1);
        assertThrows(IllegalArgumentException.class, () -> facts.put("a", 2));
        assertThrows(IllegalArgumentException.class, () -> facts.put("b", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> facts.putNumbers("c", 1, 1.0 / 0));
    }

    @Test
    void halfACharacterIsReplaced() throws ModelFormatException {
        assertEquals("a\ufffdb\ud83d\ude00", Facts.builder().put("t", "a\ud800b\ud83d\ude00").build().text("t"));
    }
}
