package org.sipsleuth.view.ngram.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditedBytesTest {

    @Test
    void everyByteIsTypedAsItIsShown() {
        String all = IntStream.range(0, 256).mapToObj(Character::toString).reduce("", String::concat);
        assertEquals(all, EditedBytes.parse(EditedBytes.of(all)));
        assertEquals(all.repeat(2), EditedBytes.parse(EditedBytes.of(all.repeat(2))));
        for (String tricky : new String[]{"\\x41", "\\\\n", "a\\", "\\", "\\r\\n", "\\xzz"}) {
            assertEquals(tricky, EditedBytes.parse(EditedBytes.of(tricky)));
        }
    }

    @Test
    void whatIsShownHasNoControlCharacters() {
        assertEquals("A\\r\\n\\x00\\xff\\\\", EditedBytes.of("A\r\n\0\u00ff\\"));
    }

    @Test
    void aBackslashBeforeSomethingElseStandsForItself() {
        assertEquals("\\q\\x4", EditedBytes.parse("\\q\\x4"));
        assertThrows(IllegalArgumentException.class, () -> EditedBytes.parse("\u20ac"));
    }
}
