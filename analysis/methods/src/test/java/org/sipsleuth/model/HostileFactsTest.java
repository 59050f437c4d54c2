package org.sipsleuth.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.text.NewerFormat;

/// What is wrong with the facts of a model is told in words, with its line.
final class HostileFactsTest {

    @Test
    void shapesThatCannotBe() {
        assertEquals("facts.json, arrays[0].shape: -2 is not a valid dimension", Refusal.with("[ 2, 3 ]", "[-2, 3]"));
        assertEquals("facts.json, arrays[0].shape: 4294967298 is not a valid dimension",
                Refusal.with("[ 2, 3 ]", "[4294967298, 3]"));
        assertEquals("facts.json, arrays[0]: the array is larger than 1 GiB",
                Refusal.with("[ 2, 3 ]", "[2147483647, 2147483647, 2147483647]"));
        assertEquals("facts.json, arrays[0]: an array has 1 to 8 dimensions, not 0", Refusal.with("[ 2, 3 ]", "[]"));
        assertEquals("facts.json, arrays[0]: an array has 1 to 8 dimensions, not 9",
                Refusal.with("[ 2, 3 ]", "[1, 1, 1, 1, 1, 1, 1, 1, 1]"));
    }

    @Test
    void arraysOfOtherTypesOrNames() {
        assertEquals("facts.json, arrays[0].type: “f16” is not a supported number type",
                Refusal.with("\"f32\"", "\"f16\""));
        assertEquals("facts.json, arrays[2]: an array cannot have this name", Refusal.with("\"tree\"", "\"../tree\""));
        assertEquals("facts.json: two arrays have the same name", Refusal.with("\"tree\"", "\"Maxima\""));
    }

    @Test
    void moreArraysThanThereMayBe() {
        String array = "{\"name\": \"a%d\", \"type\": \"f32\", \"shape\": [1]}";
        StringBuilder all = new StringBuilder("\"arrays\": [");
        for (int i = 0; i < 257; i++) {
            all.append(i == 0 ? "" : ",").append(array.formatted(i));
        }
        String json = TestModel.json();
        String before = json.substring(0, json.indexOf("\"arrays\""));
        assertEquals("facts.json: a model has at most 256 arrays", Refusal.ofFacts(before + all + "]}"));
    }

    @Test
    void methodThatIsNotKnown() throws ModelFormatException {
        assertEquals("facts.json, kind: “../tarot” is an unknown method; it may need a newer SipSleuth",
                Refusal.with("\"sequence\"", "\"../tarot\""));
        ModelFacts facts = TestModel.facts();
        ModelFile tarot = ModelFile.of(new ModelFacts(new ModelType("tarot", 1), "Tarot", facts.settings(),
                facts.training(), facts.thresholds(), facts.details()), List.of());
        ModelFormatException refusal =
                assertThrows(ModelFormatException.class, () -> Methods.standard().detector(tarot));
        assertEquals("kind: “tarot” is an unknown method; it may need a newer SipSleuth", refusal.getMessage());
    }

    @Test
    void containerOfANewerProgram() {
        assertEquals(NewerFormat.text("model container", 2, 1),
                Refusal.with("\"container\": 1", "\"container\": 2, \"news\": 1"));
        assertEquals("facts.json, container: must be 1–1 (got 0)",
                Refusal.with("\"container\": 1", "\"container\": 0"));
    }

    @Test
    void factsThatNoModelHas() {
        assertEquals("facts.json, “sideEffect”: unknown property",
                Refusal.with("\"kind\"", "\"sideEffect\": 1, \"kind\""));
        assertEquals("facts.json, training.“\ufffd”: unknown property",
                Refusal.with("\"seed\"", "\"\\u001b\": 1, \"seed\""));
    }

    @Test
    void factsThatAreMissingOrSomethingElse() {
        assertEquals("facts.json, training.seed: is missing", Refusal.with("\"seed\": 4475,", ""));
        assertEquals("facts.json, training.epochs: is not a whole number",
                Refusal.with("\"epochs\": 30", "\"epochs\": 30.5"));
        assertEquals("facts.json, training.inputs[1].sha256: is not a text",
                Refusal.with("\"tuesday.pcapng\",\n      \"sha256\": \"" + TestModel.SHA256 + "\"",
                        "\"tuesday.pcapng\", \"sha256\": 7"));
        assertEquals("facts.json, training.inputs[0]: a count is 0 to 1,000,000,000,000",
                Refusal.with("\"messages\": 12345", "\"messages\": -1"));
        assertEquals("facts.json, training.trained_at: is not a valid time such as 2026-01-31T12:00:00Z",
                Refusal.with("2026-11-20T12", "2026-13-20T12"));
        assertEquals("facts.json, version: must be 1–2147483647 (got 0)", refusalVersion());
    }

    private static String refusalVersion() {
        return Refusal.with("\"version\": 1", "\"version\": 0");
    }

    @Test
    void jsonThatIsNotSound() {
        assertEquals("facts.json: is not a JSON object", Refusal.ofFacts("[1]"));
        assertEquals("facts.json: is not a JSON object", Refusal.ofFacts(""));
        assertEquals("facts.json: unexpected data after the object", Refusal.ofFacts("{} {}"));
        assertEquals("facts.json: is not valid JSON: line 1, column 8", Refusal.ofFacts("{\"a\": 1"));
        assertEquals("facts.json: two facts have the name “a” (line 2)", Refusal.ofFacts("{\"a\": 1,\n\"a\": 2}"));
        assertEquals("facts.json: null is not allowed (line 1)", Refusal.ofFacts("{\"a\": null}"));
        byte[] latin = "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("facts.json: is not UTF-8", Refusal.of(TestModel.withFacts(latin)));
    }

    @Test
    void numbersThatHaveNoRoom() {
        assertEquals("facts.json: a whole number exceeds 64 bits (line 1)",
                Refusal.ofFacts("{\"a\": 9223372036854775808}"));
        assertEquals("facts.json: a number exceeds 64 bits (line 1)", Refusal.ofFacts("{\"a\": -1e999}"));
        assertTrue(Refusal.ofFacts("{\"a\": NaN}").startsWith("facts.json: is not valid JSON"));
        assertTrue(Refusal.ofFacts("{\"a\": " + "9".repeat(1_000) + "}").startsWith("facts.json: is not valid JSON"));
    }

    @Test
    void jsonThatIsTooDeepTooLongOrTooMuch() {
        assertTrue(Refusal.ofFacts("{\"a\": " + "[".repeat(100_000)).startsWith("facts.json: is not valid"));
        assertTrue(
                Refusal.ofFacts("{\"a\": \"" + "x".repeat(2_000_000) + "\"}").startsWith("facts.json: is not valid"));
        assertTrue(Refusal.ofFacts("{\"" + "x".repeat(5_000) + "\": 1}").startsWith("facts.json: is not valid"));
        assertEquals("facts.json: there are more than 1,000,000 values (line 1)",
                Refusal.ofFacts("{\"a\": [" + "1,".repeat(1_100_000) + "1]}"));
    }
}
