package org.sipsleuth.lab.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.LabException;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.run.RunMonitor;

/// The work of a student on a lab.
class LabSessionTest {

    private static final String LAB = """
            {"format": "sipsleuth-lab", "version": 1, "id": "mine", "title": "Mine", "story": "A story.", "level": 1,
            "minutes": 10, "captures": [{"file": "a.pcap"}], "hidden": ["incidents"], "locked": ["floods"],
            "questions": [{"id": "q1", "kind": "value", "text": "How many?", "points": 10, "hints": [
              {"text": "Count.", "cost": 3}, {"text": "Count again.", "cost": 4}]},
              {"id": "q2", "kind": "text", "text": "Why?", "points": 5}]}
            """;

    @TempDir private Path folder = Path.of("");
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final InstantSource clock = () -> now;

    @BeforeEach
    void makeLab() throws IOException {
        Files.writeString(folder.resolve("lab.json"), LAB);
        Files.writeString(folder.resolve("a.pcap"), "x");
    }

    private LabFolder lab() throws IOException {
        return LabFolder.open(folder);
    }

    @Test
    void workSurvivesARestart() throws IOException {
        LabSession session = LabSession.begin(lab(), clock);
        session.setAnswer("q1", "12");
        session.openHint("q1");
        now = now.plusSeconds(90);
        session.pause();
        now = now.plusSeconds(1_000);
        Path file = folder.resolve(HandIn.FILE);
        session.save(file);
        LabSession again = LabSession.open(lab(), file, clock);
        assertEquals("12", again.answer("q1"));
        assertEquals(7, again.worth("q1"));
        assertEquals("Count again.", again.nextHint("q1").orElseThrow().text());
        assertEquals(Duration.ofSeconds(90), again.worked());
        assertEquals(Duration.ofSeconds(510), again.left());
        assertTrue(again.isPaused());
        assertEquals(3, again.spent());
    }

    @Test
    void factsAreHiddenUntilItIsHandedIn() throws IOException {
        LabSession session = LabSession.begin(lab(), clock);
        assertTrue(session.hides(HiddenFact.INCIDENTS));
        assertFalse(session.hides(HiddenFact.TRUTH));
        assertTrue(session.isLocked("floods"));
        assertThrows(IllegalStateException.class, () -> session.score(Optional.empty(), RunMonitor.NONE));
        session.handIn();
        assertFalse(session.hides(HiddenFact.INCIDENTS));
        assertFalse(session.isLocked("floods"));
        assertThrows(IllegalStateException.class, () -> session.setAnswer("q1", "13"));
        assertThrows(IllegalStateException.class, () -> session.openHint("q1"));
    }

    @Test
    void aRightAnswerIsWorthWhatHintsHaveLeft() throws IOException {
        LabSession session = LabSession.begin(lab(), clock);
        session.setAnswer("q1", "12");
        session.openHint("q1");
        session.openHint("q1");
        assertTrue(session.openHint("q1").isEmpty());
        session.handIn();
        Key key = new Key("mine", java.util.OptionalLong.empty(), "", Map.of("q1", KeyEntry.of(new Truth.Near(12, 0))));
        var score = session.score(Optional.of(key), RunMonitor.NONE);
        assertEquals(3, score.points());
        assertEquals(10, score.of());
        assertEquals(5, score.withTeacher());
        assertEquals("Hints cost 7: worth 3 of 10", score.of("q1").orElseThrow().formula().getFirst());
        assertEquals(0, session.score(Optional.empty(), RunMonitor.NONE).of());
    }

    @Test
    void whatIsChangedAfterwardsIsNoticed() throws IOException {
        LabSession session = LabSession.begin(lab(), clock);
        session.setAnswer("q1", "12");
        session.handIn();
        Path file = folder.resolve(HandIn.FILE);
        session.save(file);
        assertTrue(LabSession.open(lab(), file, clock).isHandedIn());
        Files.writeString(file, Files.readString(file).replace("\"q1\" : \"12\"", "\"q1\" : \"13\""));
        assertTrue(assertThrows(LabException.class, () -> LabSession.open(lab(), file, clock)).getMessage()
                .contains("changed after it was handed in"));
        Files.writeString(file, "{\"answers\": {\"q9\": \"1\"}}");
        assertTrue(assertThrows(LabException.class, () -> HandIn.read(file, lab())).getMessage()
                .contains("no question \"q9\""));
    }

    @Test
    void damagedAnswersKeepTheLabInProgressAndAreNotReplaced() throws IOException {
        Path file = folder.resolve(HandIn.FILE);
        Files.writeString(file, "{\"answers\": {\n  \"q1\": \"12");
        LabSession session = LabSession.openAnyway(lab(), file, clock);
        String damage = session.damage().orElseThrow();
        assertTrue(damage.startsWith("answers.json:2: not JSON: the file ends at column 12"), damage);
        assertTrue(session.hides(lab().lab().hidden().iterator().next()));
        assertThrows(IOException.class, () -> session.save(file));
        assertThrows(IllegalStateException.class, session::handIn);
        assertTrue(Files.readString(file).endsWith("12"));
        Files.delete(file);
        assertTrue(LabSession.openAnyway(lab(), file, clock).damage().isEmpty());
    }
}
