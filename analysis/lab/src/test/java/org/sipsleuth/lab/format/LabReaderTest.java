package org.sipsleuth.lab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Labs and keys that anybody may have written.
class LabReaderTest {

    private static final String LAB = """
            {
              "format": "sipsleuth-lab", "version": 1,
              "id": "mine", "title": "Mine", "story": "A story.", "level": 1, "minutes": 10,
              "hidden": ["truth"], "captures": [{"file": "a.pcap"}],
              "questions": [
                {"id": "q1", "kind": "value", "text": "Which?", "points": 10},
                {"id": "q2", "kind": "one_of", "text": "Which?", "points": 5, "choices": ["yes", "no"]}
              ]
            }
            """;

    private static List<String> mistakes(String json) {
        return assertThrows(LabException.class, () -> LabReader.read(json.getBytes(StandardCharsets.UTF_8))).mistakes()
                .stream()
                .map(LabMistake::text)
                .toList();
    }

    private static List<String> mistakesOfKey(String answers) throws LabException {
        Lab lab = LabReader.read(LAB.getBytes(StandardCharsets.UTF_8));
        String key = """
                {"format": "sipsleuth-lab-key", "version": 1, "lab": "mine",
                "answers": [%s]}""".formatted(answers);
        return assertThrows(LabException.class, () -> KeyReader.read(key.getBytes(StandardCharsets.UTF_8), lab, ""))
                .mistakes()
                .stream()
                .map(LabMistake::text)
                .toList();
    }

    @Test
    void aLabIsReadAndWrittenAlike() throws LabException {
        Lab lab = LabReader.read(LAB.getBytes(StandardCharsets.UTF_8));
        assertEquals(15, lab.points());
        assertEquals(lab, LabReader.read(LabWriter.text(lab).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyMistakeIsNamedWithItsLine() {
        String wrong = LAB.replace("\"level\": 1", "\"level\": 9").replace("\"points\": 10", "\"points\": 0, \"a\": 1");
        assertEquals(List.of("lab.json:3: level must be a whole number 1–3 (got 9)",
                "lab.json:6: points must be a whole number 1–1,000 (got 0)",
                "lab.json:6: a is unknown here; fields are: id, kind, title, text, points, unit, choices, capture,"
                        + " hints, sealed, answer, answers, truth, key, explanation"),
                mistakes(wrong));
    }

    @Test
    void aLabHoldsNoAnswers() {
        assertEquals(List.of("lab.json:6: a lab holds no answers; keep them in key.json"),
                mistakes(LAB.replace("\"points\": 10", "\"points\": 10, \"answer\": \"x\"")));
    }

    @Test
    void fewPossibleValuesAreNotSealed() {
        String sealed = "\"points\": 10, \"sealed\": {\"salt\": \"%s\", \"digest\": \"%s\", \"iterations\": %d,"
                + " \"possible\": %s}";
        assertTrue(mistakes(
                LAB.replace("\"points\": 10", sealed.formatted("00".repeat(16), "00".repeat(32), 600_000, "65536")))
                .getFirst()
                .contains("is found by trying"));
        assertEquals(List.of("lab.json:6: iterations must be a whole number 100,000–5,000,000 (got 2000000000)"),
                mistakes(LAB.replace("\"points\": 10",
                        sealed.formatted("00".repeat(16), "00".repeat(32), 2_000_000_000, "1e12"))));
    }

    @Test
    void namesOfFilesLeadNowhereElse() {
        for (String name : List.of("../a.pcap", "/etc/passwd", "a/b.pcap", "..", "a\\\\b")) {
            assertTrue(mistakes(LAB.replace("a.pcap", name)).getFirst().contains("must be a file name"), name);
        }
        for (String own : List.of("lab.json", "Key.json", "answers.json")) {
            assertTrue(mistakes(LAB.replace("a.pcap", own)).getFirst().contains("must not be"), own);
        }
    }

    @Test
    void aKeyFitsItsQuestions() throws LabException {
        assertEquals(List.of("key.json:2: question q1 of kind value cannot be marked by \"members\""),
                mistakesOfKey("{\"question\": \"q1\", \"members\": [\"a\"]}"));
        assertEquals(List.of("key.json:2: the answer \"perhaps\" is not one of the choices"),
                mistakesOfKey("{\"question\": \"q2\", \"value\": [\"perhaps\"]}"));
        assertEquals(List.of("key.json:2: the lab has no question \"q9\""),
                mistakesOfKey("{\"question\": \"q9\", \"value\": [\"a\"]}"));
        assertEquals(List.of("key.json:2: the example \"b\" does not match the pattern"),
                mistakesOfKey("{\"question\": \"q1\", \"pattern\": {\"matches\": \"a+\", \"example\": \"b\"}}"));
    }

    @Test
    void deepAndEndlessNumbersAreRefused() {
        assertTrue(mistakes("[".repeat(100_000)).getFirst().startsWith("lab.json:1: "));
        assertTrue(mistakes(LAB.replace("\"points\": 10", "\"points\": 1e999999999")).getFirst().contains("digits"));
        assertEquals(List.of("lab.json:1: not JSON: the field \"a\" is there twice at column 13"),
                mistakes("{\"a\": 1, \"a\": 2}"));
        assertEquals(List.of("lab.json:2: not JSON: unexpected character at column 2; a quote, comma, colon or bracket"
                + " may be missing before it"), mistakes("{\"a\": 1\n \"b\": 2}"));
    }

    @Test
    void aFileOfTheLabItselfIsNoCapture() {
        assertTrue(
                mistakes("{\"scenario\": {\"name\": \"office-hour\", \"seed\": 1, \"file\": \"lab.json\"}}").toString()
                        .contains("file must not be \"lab.json\""));
    }

    @Property(tries = 300)
    void anyBytesAreALabOrALineAndAReason(@ForAll byte[] bytes) {
        LabException wrong = assertThrows(LabException.class, () -> LabReader.read(bytes));
        assertTrue(wrong.mistakes().getFirst().line() >= 1);
    }

    @Property(tries = 300)
    void aLabWithOneByteChangedNeverFailsOtherwise(@ForAll int place, @ForAll byte value) {
        byte[] bytes = LAB.getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(place, bytes.length)] = value;
        try {
            LabReader.read(bytes);
        } catch (LabException wrong) {
            assertTrue(!wrong.mistakes().isEmpty());
        }
    }
}
