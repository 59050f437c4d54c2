package org.sipsleuth.casefile.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void oneObjectOfTextsAndWholeNumbersIsRead() throws IOException {
        Map<String, Object> values = Map.of("at", 1L);
        assertEquals(values, CanonicalJson.read(CanonicalJson.of(values)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "1",
        "{\"at\":1",
        "{\"at\":1}{}",
        "{\"at\":1} 2",
        "{\"at\":1,\"at\":2}",
        "{\"at\":1.5}",
        "{\"at\":null}"})
    void whatWasNotWrittenSoIsRefused(String text) {
        assertThrows(IOException.class, () -> CanonicalJson.read(text));
    }
}
