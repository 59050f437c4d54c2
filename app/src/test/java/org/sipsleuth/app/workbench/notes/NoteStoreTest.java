package org.sipsleuth.app.workbench.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;

class NoteStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");
    private static final String KEY = "ab12";

    @TempDir Path folder;
    private NoteStore store;

    @BeforeEach
    void store() {
        store = new NoteStore(folder);
    }

    private static DialogNote note(String comment) {
        return new DialogNote(Optional.of(NoteMark.B), new TreeSet<>(List.of("fraud", "ü")), comment);
    }

    private DialogNotes loaded() throws IOException {
        return store.load(KEY).map(SavedNotes::notes).orElse(DialogNotes.NONE);
    }

    @Test
    void notesComeBackWithTheTimeTheyWereSaved() throws IOException {
        Map<String, DialogNote> notes = Map.of("a@x\n\u0000\"", note("first\nsecond"));
        store.change(KEY, notes, NOW);
        assertEquals(Optional.of(new SavedNotes(new DialogNotes(notes), NOW)), store.load(KEY));
        assertEquals(Optional.empty(), store.load("cd34"));
    }

    @Test
    void notesOfTwoWindowsAreJoined() throws IOException {
        store.change(KEY, Map.of("a", note("one")), NOW);
        new NoteStore(folder).change(KEY, Map.of("b", note("two")), NOW);
        assertEquals(Map.of("a", note("one"), "b", note("two")), loaded().byCallId());
    }

    @Test
    void anEmptyNoteIsRemovedAndTheLastOneWithItsFile() throws IOException {
        store.change(KEY, Map.of("a", note("one"), "b", note("two")), NOW);
        store.change(KEY, Map.of("a", DialogNote.NONE), NOW);
        assertEquals(Map.of("b", note("two")), loaded().byCallId());
        store.change(KEY, Map.of("b", DialogNote.NONE), NOW);
        assertEquals(Optional.empty(), store.load(KEY));
        assertFalse(Files.exists(folder.resolve(KEY + ".notes.json")));
    }

    @Test
    void theFileIsForThisUserOnly() throws IOException {
        store.change(KEY, Map.of("a", note("one")), NOW);
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(KEY + ".notes.json"))));
    }

    @Test
    void theOldestFilesAreDiscarded() throws IOException {
        for (int i = 0; i <= NoteStore.MOST_FILES; i++) {
            store.change(KEY + i, Map.of("a", note("one")), NOW);
            Files.setLastModifiedTime(folder.resolve(KEY + i + ".notes.json"), FileTime.fromMillis(1_000L * i));
        }
        store.change(KEY, Map.of("a", note("one")), NOW);
        assertTrue(store.load(KEY).isPresent());
        assertEquals(Optional.empty(), store.load(KEY + 0));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(NoteStore.MOST_FILES + 1, files.count()); // with the lock
        }
    }

    @Test
    void damagedNotesAreRefusedAndSetAside() throws IOException {
        Path file = folder.resolve(KEY + ".notes.json");
        for (String damaged : List.of("", "{", "{\"saved\":\"x\"}", "{\"notes\":[{\"mark\":\"Z\"}]}")) {
            Files.writeString(file, damaged);
            if (!damaged.isEmpty()) {
                assertThrows(IOException.class, () -> store.load(KEY), damaged);
            }
            store.change(KEY, Map.of("a", note("one")), NOW);
            assertEquals(Map.of("a", note("one")), loaded().byCallId());
        }
        assertTrue(Files.exists(folder.resolve(KEY + ".damaged")));
    }

    @Test
    void notesOfANewerProgramStayForIt() throws IOException {
        Path file = folder.resolve(KEY + ".notes.json");
        String newer = "{\"schema\":2,\"notes\":{\"a\":{\"colour\":\"red\"}}}";
        Files.writeString(file, newer);
        assertEquals(Map.of(), loaded().byCallId());
        store.change(KEY, Map.of("a", note("one")), NOW);
        assertEquals(Map.of("a", note("one")), loaded().byCallId());
        assertEquals(newer, Files.readString(file));
        assertFalse(Files.exists(folder.resolve(KEY + ".damaged")));
    }

    /// A program that is killed while it saves leaves whole notes: those before or those after.
    @Test
    void notesSurviveAKilledProgram() throws Exception {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Saves.class.getName(), folder.toString()).start();
        try (var out = program.inputReader()) {
            String last = "";
            for (int i = 0; i < 25; i++) {
                last = out.readLine();
            }
            program.destroyForcibly().waitFor();
            String saved = loaded().of("a").comment();
            assertTrue(Integer.parseInt(saved) >= Integer.parseInt(last), saved + " " + last);
        }
    }

    static final class Saves {
        public static void main(String[] arguments) throws IOException {
            NoteStore store = new NoteStore(Path.of(arguments[0]));
            for (int i = 0; i < 1_000_000; i++) {
                store.change(KEY, Map.of("a", note(Integer.toString(i))), NOW);
                System.out.println(i);
            }
        }
    }
}
