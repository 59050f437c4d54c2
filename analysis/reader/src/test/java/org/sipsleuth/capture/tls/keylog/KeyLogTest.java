package org.sipsleuth.capture.tls.keylog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyLogTest {

    private static final String RANDOM = "0f".repeat(32);
    private static final String MASTER = "a5".repeat(48);
    private static final String LINE = "CLIENT_RANDOM " + RANDOM + " " + MASTER;

    @TempDir private Path folder;

    private static KeyLog of(String text) {
        KeyLog log = new KeyLog();
        log.add(text.getBytes(StandardCharsets.ISO_8859_1), "test");
        return log;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void secretsAreFoundByLabelAndRandom() {
        KeyLog log = of("# a comment\r\n\r\n" + LINE.toUpperCase(Locale.ROOT) + "\r\nSERVER_TRAFFIC_SECRET_0 " + RANDOM
                + " " + "b6".repeat(32));
        assertArrayEquals(bytes(MASTER), log.secret(LoggedSecret.CLIENT_RANDOM, bytes(RANDOM)));
        assertArrayEquals(bytes("b6".repeat(32)), log.secret(LoggedSecret.SERVER_TRAFFIC_SECRET_0, bytes(RANDOM)));
        assertNull(log.secret(LoggedSecret.CLIENT_TRAFFIC_SECRET_0, bytes(RANDOM)));
        assertNull(log.secret(LoggedSecret.CLIENT_RANDOM, bytes("0e".repeat(32))));
        assertEquals(0, log.defectCount());
    }

    @Test
    void otherSecretsAreNoDefects() {
        KeyLog log = of(
                "EXPORTER_SECRET " + RANDOM + " 00\nRSA 0011223344556677 " + MASTER + "\nECH_SECRET " + RANDOM + " 00");
        assertEquals(0, log.size());
        assertEquals(0, log.defectCount());
    }

    @Test
    void wrongLinesAreCountedWithTheirNumbers() {
        KeyLog log = of(String.join("\n", "nonsense", LINE, "CLIENT_RANDOM 00 " + MASTER,
                "CLIENT_RANDOM " + RANDOM + " 0011", "CLIENT_RANDOM " + RANDOM + " 001", "x".repeat(5_000)));
        assertEquals(1, log.size());
        assertEquals(5, log.defectCount());
        assertEquals(List.of(1L, 3L, 4L, 5L, 6L), log.defects().stream().map(KeyLogDefect::line).toList());
        assertEquals(new KeyLogDefect("test", 3, "its client random does not have 32 bytes"), log.defects().get(1));
    }

    @Test
    void manyWrongLinesAreCountedButNotKept() {
        assertEquals(100, of("x\n".repeat(10_000)).defects().size());
        assertEquals(10_000, of("x\n".repeat(10_000)).defectCount());
    }

    @Test
    void severalFilesAreOneLog() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), LINE);
        String early = "CLIENT_EARLY_TRAFFIC_SECRET " + RANDOM + " " + MASTER;
        Path two = Files.writeString(folder.resolve("two"), early);
        assertEquals(2, KeyLog.read(List.of(one, two)).size());
        Path none = folder.resolve("none");
        Assertions.assertThrows(NoSuchFileException.class, () -> KeyLog.read(List.of(none)));
    }

    @Test
    void keyLogIsKnownByItsFirstLine() throws IOException {
        assertTrue(isKeyLog("# comment\n\n" + LINE));
        assertTrue(isKeyLog("EXPORTER_SECRET " + RANDOM + " 00\n"));
        assertFalse(isKeyLog("# only a comment\n"));
        assertFalse(isKeyLog(""));
        assertFalse(isKeyLog("nonsense\n" + LINE));
        assertFalse(isKeyLog("\u00d4\u00c3\u00b2\u00a1\2\0\4\0"));
        assertFalse(KeyLog.isKeyLog(folder));
        assertFalse(KeyLog.isKeyLog(folder.resolve("none")));
    }

    @Test
    void whatHoldsNoSecretYetMayBecomeAKeyLog() throws IOException {
        assertTrue(isKeyLog("# comment\n" + LINE) && KeyLog.mayBecomeKeyLog(folder.resolve("log")));
        assertFalse(isKeyLog("") || !KeyLog.mayBecomeKeyLog(folder.resolve("log")));
        assertFalse(isKeyLog("#\n \n") || !KeyLog.mayBecomeKeyLog(folder.resolve("log")));
        assertFalse(isKeyLog("nonsense") || KeyLog.mayBecomeKeyLog(folder.resolve("log")));
        assertFalse(KeyLog.mayBecomeKeyLog(folder.resolve("none")));
    }

    private boolean isKeyLog(String text) throws IOException {
        Path file = folder.resolve("log");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        return KeyLog.isKeyLog(file);
    }

    @Property
    void anyBytesNeverThrow(@ForAll byte[] bytes) {
        KeyLog log = new KeyLog();
        log.add(bytes, "any");
        assertEquals(0, log.size());
    }

    @Test
    void onlySecretsThatWereAskedForInVainAreLateAndOnce() {
        KeyLog log = of("");
        log.add(LINE.getBytes(StandardCharsets.ISO_8859_1), "before it is asked for");
        assertFalse(log.takeLate());
        String later = "0e".repeat(32);
        assertNull(log.secret(LoggedSecret.CLIENT_RANDOM, bytes(later)));
        assertFalse(log.takeLate());
        log.add(LINE.replace(RANDOM, later).getBytes(StandardCharsets.ISO_8859_1), "late");
        assertTrue(log.takeLate());
        assertFalse(log.takeLate());
    }
}
