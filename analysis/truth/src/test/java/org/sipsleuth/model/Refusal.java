package org.sipsleuth.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

/// Why files are refused as models.
final class Refusal {

    private Refusal() {}

    /// What refuses a file.
    static String of(byte[] file) {
        return assertThrows(ModelFormatException.class, () -> ModelFile.read(file)).getMessage();
    }

    /// What refuses a model with these facts.
    static String ofFacts(String json) {
        return of(TestModel.withFacts(json.getBytes(StandardCharsets.UTF_8)));
    }

    /// What refuses the facts in which a piece stands for another.
    static String with(String piece, String other) {
        String json = TestModel.json();
        assertTrue(json.contains(piece), json);
        return ofFacts(json.replace(piece, other));
    }
}
