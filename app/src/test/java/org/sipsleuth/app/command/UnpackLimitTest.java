package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compressed captures that unpack to much more than their size.
class UnpackLimitTest {

    private static final Path SAMPLES = Path.of("..", "sample-captures");
    private static final int RECORDS_PER_MEBIBYTE = 4;

    @TempDir private Path folder;

    /// The sample with frames of zeros behind it, which unpack to so many MiB more.
    private String bomb(int mebibytes) throws IOException {
        byte[] record = new byte[(1 << 20) / RECORDS_PER_MEBIBYTE];
        int frame = record.length - 16;
        ByteBuffer header = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(8, frame).putInt(12, frame);
        Path file = folder.resolve("bomb.pcap.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(Files.readAllBytes(SAMPLES.resolve("call.pcap")));
            for (int i = 0; i < mebibytes * RECORDS_PER_MEBIBYTE; i++) {
                out.write(record);
            }
        }
        return file.toString();
    }

    @Test
    void aBombStopsAtTheDefaultLimitAndWhatLiesBeforeItIsRead() throws IOException {
        Run run = Run.of("info", "--format", "json", bomb(600));
        assertEquals(3, run.code());
        assertTrue(run.out().contains("\"sip_messages\""), run.out());
        assertTrue(run.out().contains("\"limit\":true"), run.out());
        assertTrue(run.err().contains("then stopped at the limit; --unpack-limit raises it"), run.err());
        assertFalse(run.err().contains("damaged"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "dialogs", "statistics", "beliefs", "analyze", "info"})
    void everyCommandThatReadsCapturesHasTheLimit(String command) throws IOException {
        String[] words = (command + " --unpack-limit 1M").split(" ");
        String[] arguments = Arrays.copyOf(words, words.length + 1);
        arguments[words.length] = bomb(4);
        Run run = Run.of(arguments);
        assertTrue(run.err().contains("Unpacked 1,048,576 bytes"), run.err());
    }

    @Test
    void aHigherLimitUnpacksTheWholeFile() throws IOException {
        Run run = Run.of("info", "--unpack-limit", "1g", bomb(300));
        assertFalse(run.err().contains("limit"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "0", "-1", "9999999T", "5X", ""})
    void aLimitThatIsNoSizeIsRefused(String size) {
        Run run = Run.of("info", "--unpack-limit", size, "x.pcap");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("is not a valid size; use a size above zero such as 500M or 8G"), run.err());
    }
}
