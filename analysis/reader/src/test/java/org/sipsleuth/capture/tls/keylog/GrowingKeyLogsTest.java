package org.sipsleuth.capture.tls.keylog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingKeyLogsTest {

    private static final String SECRET = "a5".repeat(48);

    @TempDir private Path folder;
    private Path file = Path.of("");
    private GrowingKeyLogs logs = new GrowingKeyLogs(List.of());

    @BeforeEach
    void follow() {
        file = folder.resolve("keys");
        logs = new GrowingKeyLogs(List.of(file));
    }

    private static String random(int session) {
        return "%016x".formatted(session).repeat(4);
    }

    private static String line(int session) {
        return "CLIENT_RANDOM " + random(session) + " " + SECRET + "\n";
    }

    private void add(String text) throws IOException {
        Files.writeString(file, text, ISO_8859_1, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private byte[] secret(int session) {
        return logs.secrets().secret(LoggedSecret.CLIENT_RANDOM, HexFormat.of().parseHex(random(session)));
    }

    @Test
    void linesAreReadAsTheyAreAdded() throws IOException {
        logs.read(false);
        assertEquals(0, logs.secrets().size());
        add("# secrets\n" + line(1));
        logs.read(false);
        assertEquals(1, logs.secrets().size());
        add(line(2) + "nonsense\n" + line(3));
        logs.read(false);
        logs.read(false);
        assertEquals(3, logs.secrets().size());
        assertArrayEquals(HexFormat.of().parseHex(SECRET), secret(3));
        assertEquals(List.of(4L), logs.secrets().defects().stream().map(KeyLogDefect::line).toList());
    }

    @Test
    void aLineIsReadWhenItIsWhole() throws IOException {
        String text = line(1);
        String cutWhereItIsASecretOfAnotherLength = "CLIENT_TRAFFIC_SECRET_0 " + random(1) + " " + "b6".repeat(32);
        add(text.substring(0, 90));
        logs.read(false);
        add(text.substring(90) + cutWhereItIsASecretOfAnotherLength);
        logs.read(false);
        assertEquals(1, logs.secrets().size());
        add("b6".repeat(16) + "\n");
        logs.read(false);
        assertEquals(2, logs.secrets().size());
        assertEquals(0, logs.secrets().defectCount());
    }

    @Test
    void atTheEndTheLastLineNeedsNoEnd() throws IOException {
        add(line(1).strip());
        logs.read(false);
        assertNull(secret(1));
        logs.read(true);
        assertNotNull(secret(1));
    }

    @Test
    void aFileThatWasCutIsReadFromItsBeginning() throws IOException {
        add(line(1) + line(2));
        logs.read(false);
        Files.writeString(file, line(3));
        logs.read(false);
        assertNotNull(secret(3));
        assertNotNull(secret(1));
    }

    @Test
    void aFileInPlaceOfAnotherIsReadFromItsBeginning() throws IOException {
        add(line(1));
        logs.read(false);
        Path other = Files.writeString(folder.resolve("other"), line(2) + line(3));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        logs.read(false);
        assertNotNull(secret(2));
        Files.delete(file);
        logs.read(false);
        add(line(4));
        logs.read(false);
        assertNotNull(secret(4));
    }

    @Test
    void aLineWithoutEndIsNotReadAgainAndAgain() throws IOException {
        for (int i = 0; i < 5; i++) {
            add("x".repeat(2_000));
            logs.read(false);
        }
        add("\n" + line(1));
        logs.read(false);
        assertNotNull(secret(1));
        assertEquals(List.of(new KeyLogDefect(file.toString(), 1, "it is too long")), logs.secrets().defects());
    }

    @Test
    void severalFilesAreFollowedAndAFolderIsNone() throws IOException {
        Path second = folder.resolve("second");
        logs = new GrowingKeyLogs(List.of(file, folder, second));
        add(line(1));
        logs.read(false);
        Files.writeString(second, line(2));
        logs.read(false);
        assertEquals(2, logs.secrets().size());
    }

    @Test
    void secretsThatWereMissingAreReportedOnceWhenTheyArrive() throws IOException {
        add(line(1));
        logs.read(false);
        assertNotNull(secret(1));
        assertFalse(logs.secrets().takeLate());
        assertNull(secret(2));
        assertFalse(logs.secrets().takeLate());
        add(line(3));
        logs.read(false);
        assertFalse(logs.secrets().takeLate());
        add(line(2));
        logs.read(false);
        assertTrue(logs.secrets().takeLate());
        assertFalse(logs.secrets().takeLate());
    }

    @Property(tries = 200)
    void aLogWrittenInAnyPartsGivesTheSameSecrets(@ForAll @Size(max = 6) List<@IntRange(max = 460) Integer> cuts)
            throws IOException {
        String text = "# comment\n" + line(1) + "nonsense\n" + line(2) + line(3).strip();
        Path log = Files.createTempFile("parts", ".keys");
        GrowingKeyLogs parts = new GrowingKeyLogs(List.of(log));
        int[] ends = cuts.stream().mapToInt(Integer::intValue).sorted().toArray();
        int from = 0;
        for (int end : Arrays.copyOf(ends, ends.length)) {
            int to = Math.min(end, text.length());
            Files.writeString(log, text.substring(from, to), StandardOpenOption.APPEND);
            parts.read(false);
            from = to;
        }
        Files.writeString(log, text.substring(from), StandardOpenOption.APPEND);
        parts.read(true);
        Files.delete(log);
        assertEquals(3, parts.secrets().size());
        assertEquals(1, parts.secrets().defectCount());
        assertEquals(3, parts.secrets().defects().getFirst().line());
    }
}
