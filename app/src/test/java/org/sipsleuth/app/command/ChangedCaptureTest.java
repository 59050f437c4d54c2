package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Captures that another program truncates or overwrites while a command reads them.
final class ChangedCaptureTest {

    private static final int CALLS = 1_000;
    private static final int MESSAGES = CALLS * 7;
    private static final String SENTENCE = "the file was changed or shortened while it was being read";

    /// Behind the last frame, so that every command says at once that the file is damaged.
    private static final byte[] JUNK = {1, 2, 3};

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        TestCapture capture = new TestCapture();
        for (int i = 0; i < CALLS; i++) {
            capture.call(i * 3L, i + "@host");
        }
        file = Path.of(capture.in(folder, "in.pcap"));
    }

    private void truncate() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1000);
        }
    }

    private void overwrite() throws IOException {
        byte[] zeros = new byte[(int) Files.size(file) - 24];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(zeros), 24);
        }
    }

    private void append() throws IOException {
        Files.write(file, JUNK, StandardOpenOption.APPEND);
    }

    private static void assertReported(Run run) {
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains(SENTENCE), run.err());
        assertEquals(1, run.err().lines().filter(line -> line.contains(SENTENCE)).count(), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
        assertFalse(run.err().contains("internal error"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "jsonl"})
    void rowsBeforeATruncationAreKept(String format) throws IOException {
        assertRowsBeforeTheChangeAreKept(format, this::truncate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "jsonl"})
    void rowsBeforeAnOverwriteAreKept(String format) throws IOException {
        assertRowsBeforeTheChangeAreKept(format, this::overwrite);
    }

    private void assertRowsBeforeTheChangeAreKept(String format, Run.Event event) throws IOException {
        String[] command = {"messages", "--format", format, file.toString()};
        Run whole = Run.of(command);
        assertEquals(0, whole.code());
        Run run = Run.withEventAtOutput(event, command);
        assertReported(run);
        List<String> all = whole.out().lines().toList();
        List<String> kept = run.out().lines().toList();
        int rows = kept.size() - (format.equals("json") ? 1 : 0);
        assertTrue(rows > 100 && rows < MESSAGES, kept.size() + " lines");
        for (int i = 0; i < rows; i++) {
            String expected = all.get(i);
            String row = kept.get(i);
            boolean isLastOfJson = format.equals("json") && i == rows - 1;
            assertEquals(isLastOfJson ? expected.substring(0, row.length()) : expected, row);
        }
        if (format.equals("json")) {
            try (JsonParser parser = new JsonFactory().createParser(run.out())) {
                while (parser.nextToken() != null) {
                    assertFalse(parser.isClosed());
                }
            }
        }
    }

    static Stream<List<String>> commands() {
        return Stream.of(List.of("messages"), List.of("messages", "--filter", "sip.User-Agent"), List.of("dialogs"),
                List.of("dialogs", "--legs"), List.of("ladder", "--call-id", "900@host", "--notes"),
                List.of("ladder", "--call-id", "900@host", "-o", "OUT.svg"),
                List.of("compare", "--call-id", "1@host", "--call-id", "900@host"), List.of("statistics"),
                List.of("statistics", "--format", "json"), List.of("export", "-o", "OUT.pcapng"),
                List.of("export", "-o", "OUT.pcap", "--media"), List.of("export", "-o", "OUT.pcap", "--anonymize"),
                List.of("analyze"), List.of("analyze", "-o", "OUT.json"), List.of("beliefs"),
                List.of("train", "belief", "-o", "OUT.model"));
    }

    private void assertEveryCommandReports(Run.Event event) throws IOException {
        for (List<String> command : commands().toList()) {
            write();
            append();
            String[] arguments =
                    Stream.concat(command.stream().map(word -> word.replace("OUT", folder.resolve("out").toString())),
                            Stream.of(file.toString())).toArray(String[]::new);
            Run run = Run.withEventAtMessage(event, arguments);
            assertReported(run);
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(List.of(),
                        left.map(path -> path.getFileName().toString())
                                .filter(name -> name.startsWith("out") || name.endsWith(".part"))
                                .toList(),
                        command.toString());
            }
        }
    }

    @Test
    void everyCommandReportsATruncatedCaptureAndWritesNoFile() throws IOException {
        assertEveryCommandReports(this::truncate);
    }

    @Test
    void everyCommandReportsAnOverwrittenCaptureAndWritesNoFile() throws IOException {
        assertEveryCommandReports(this::overwrite);
    }

    private String sha256() {
        Run run = Run.of("info", "--format", "json", file.toString());
        String sha256 = run.out().replaceAll("(?s).*\"sha256\": *\"([0-9a-f]{64})\".*", "$1");
        assertEquals(64, sha256.length(), run.out());
        return sha256;
    }

    @Test
    void theHashIsThatOfTheIndexedBytesOrNotGiven() throws IOException {
        append();
        String indexed = sha256();
        Run run = Run.withEventAtMessage(this::overwrite, "info", "--format", "json", file.toString());
        assertFalse(run.out().contains(sha256()), run.out());
        assertEquals(3, run.code()); // damaged, or changed
        if (!run.out().contains(indexed)) { // the change came before the hash was known
            assertReported(run);
        }
    }

    @Test
    void aGrowingCaptureIsReadUpToTheSizeItHad() {
        Run run = Run.withEventAtOutput(this::append, "messages", file.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(MESSAGES + 1, run.out().lines().count());
        assertTrue(run.err().contains("still being written; 3 bytes added"), run.err());
    }

    @Test
    void oneCaptureThatChangesDoesNotHideThatAnotherDid() throws IOException {
        Path other = Path.of(new TestCapture().call(0, "x@host").in(folder, "other.pcap"));
        Run run = Run.withEventAtOutput(() -> {
            truncate();
            Files.delete(other);
        }, "messages", file.toString(), other.toString());
        assertEquals(3, run.code());
        assertTrue(run.err().contains(SENTENCE), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }
}
