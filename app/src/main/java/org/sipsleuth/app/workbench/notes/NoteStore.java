package org.sipsleuth.app.workbench.notes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;

/// A folder of notes: one JSON file for each set of captures, named by their SHA-256. Files are for
/// this user only, and are written beside and renamed.
final class NoteStore {

    /// How many files are kept; the oldest are discarded.
    static final int MOST_FILES = 200;

    /// Larger files are neither written nor read.
    static final long MOST_BYTES = 32 << 20;

    private static final int SCHEMA = 1;
    private static final String ENDING = ".notes.json";

    /// A lock of a file is that of the whole process.
    private static final Object IN_THIS_PROCESS = new Object();

    private final JsonFactory json = new JsonFactory();
    private final Path folder;

    NoteStore(Path folder) {
        this.folder = folder;
    }

    /// Where these notes are. What a newer program saved stays there for it; those of this program
    /// go into a file beside it.
    private Path file(String key) throws IOException {
        Path file = folder.resolve(key + ENDING);
        return isNewer(file) ? folder.resolve(key + ".schema-" + SCHEMA + ENDING) : file;
    }

    private boolean isNewer(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file); JsonParser from = json.createParser(in)) {
            return from.nextToken() == JsonToken.START_OBJECT && "schema".equals(from.nextFieldName())
                    && from.nextLongValue(SCHEMA) > SCHEMA;
        } catch (JsonProcessingException damaged) {
            return false;
        }
    }

    /// Changes the notes that are saved; if none are left, their file is removed. Another window
    /// may change others of them at the same time.
    ///
    /// @param key hexadecimal digits of the captures' SHA-256
    /// @param changed by Call-ID; an empty note removes one
    void change(String key, Map<String, DialogNote> changed, Instant now) throws IOException {
        synchronized (IN_THIS_PROCESS) {
            Files.createDirectories(folder);
            try (FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = lock.lock()) {
                DialogNotes before = DialogNotes.NONE;
                try {
                    before = load(key).map(SavedNotes::notes).orElse(before);
                } catch (IOException damaged) {
                    Files.move(file(key), folder.resolve(key + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
                }
                save(key, before.with(changed), now);
            }
        }
    }

    private void save(String key, DialogNotes notes, Instant now) throws IOException {
        if (notes.isEmpty()) {
            Files.deleteIfExists(file(key));
            return;
        }
        Path beside = Files.createTempFile(folder, key, ".part"); // for this user only
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                write(Channels.newOutputStream(channel), notes, now);
                if (channel.size() > MOST_BYTES) {
                    throw new IOException("the notes take more than %,d bytes".formatted(MOST_BYTES));
                }
                channel.force(true);
            }
            Files.move(beside, file(key), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        discardOldest();
    }

    private void write(OutputStream out, DialogNotes notes, Instant now) throws IOException {
        try (JsonGenerator to = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            to.writeStartObject();
            to.writeNumberField("schema", SCHEMA);
            to.writeStringField("saved", now.toString());
            to.writeArrayFieldStart("notes");
            for (Map.Entry<String, DialogNote> each : notes.byCallId().entrySet()) {
                DialogNote note = each.getValue();
                to.writeStartObject();
                to.writeStringField("call_id", each.getKey());
                if (note.mark().isPresent()) {
                    to.writeStringField("mark", note.mark().get().name());
                }
                to.writeArrayFieldStart("tags");
                for (String tag : note.tags()) {
                    to.writeString(tag);
                }
                to.writeEndArray();
                to.writeStringField("comment", note.comment());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    private void discardOldest() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> !file.endsWith("lock")).forEach(files::add); // parts of killed programs, too
        }
        if (files.size() > MOST_FILES) {
            Map<Path, Long> times = new HashMap<>();
            for (Path file : files) {
                times.put(file, Files.getLastModifiedTime(file).toMillis());
            }
            files.sort(Comparator.comparing(times::get));
            for (Path old : files.subList(0, files.size() - MOST_FILES)) {
                Files.deleteIfExists(old);
            }
        }
    }

    /// The notes saved for these captures, if there are any.
    ///
    /// @throws IOException if they cannot be read, or are damaged
    Optional<SavedNotes> load(String key) throws IOException {
        Path file = file(key);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file); JsonParser from = json.createParser(in)) {
            return Optional.of(read(from));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            throw new IOException("the notes are damaged", damaged);
        }
    }

    void discard(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    private static SavedNotes read(JsonParser from) throws IOException {
        Instant saved = Instant.EPOCH;
        Map<String, DialogNote> notes = new HashMap<>();
        from.nextToken();
        while (from.nextToken() == JsonToken.FIELD_NAME) {
            String name = from.currentName();
            from.nextToken();
            switch (name) {
                case "saved" -> saved = Instant.parse(from.getText());
                case "notes" -> {
                    while (from.nextToken() == JsonToken.START_OBJECT) {
                        readNote(from, notes);
                    }
                }
                default -> from.skipChildren();
            }
        }
        return new SavedNotes(new DialogNotes(notes), saved);
    }

    private static void readNote(JsonParser from, Map<String, DialogNote> notes) throws IOException {
        String callId = "";
        DialogNote note = DialogNote.NONE;
        while (from.nextToken() == JsonToken.FIELD_NAME) {
            String name = from.currentName();
            from.nextToken();
            switch (name) {
                case "call_id" -> callId = from.getText();
                case "mark" -> note = note.withMark(Optional.of(NoteMark.valueOf(from.getText())));
                case "comment" -> note = note.withComment(from.getText());
                case "tags" -> {
                    TreeSet<String> tags = new TreeSet<>();
                    while (from.nextToken() == JsonToken.VALUE_STRING) {
                        tags.add(from.getText());
                    }
                    note = note.withTags(tags);
                }
                default -> from.skipChildren();
            }
        }
        if (!note.isEmpty()) {
            notes.put(callId, note);
        }
    }
}
