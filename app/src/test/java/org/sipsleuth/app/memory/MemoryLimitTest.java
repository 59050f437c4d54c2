package org.sipsleuth.app.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.Main;

/// Commands that are given less memory than they need.
class MemoryLimitTest {

    private static final int CALL_IDS = 150_000;

    private static final Pattern NAMED = Pattern.compile("SIPSLEUTH_OPTS=-Xmx(\\d+)m");

    /// No measure, only the end of waiting.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir private Path folder;

    /// A capture of raw IPv4 with an OPTIONS of its own Call-ID and source in each frame.
    private Path flood() throws IOException {
        Path file = folder.resolve("flood.pcap");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            head.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
            out.write(head.putInt(262144).putInt(101).array());
            for (int i = 0; i < CALL_IDS; i++) {
                byte[] message = "OPTIONS sip:a SIP/2.0\r\nf:<sip:%d@b>\r\ni:a84b4c76e66710-%d\r\n\r\n".formatted(i, i)
                        .getBytes(StandardCharsets.US_ASCII);
                int length = 28 + message.length;
                ByteBuffer record = ByteBuffer.allocate(16 + length).order(ByteOrder.LITTLE_ENDIAN);
                record.putInt(1_700_000_000 + i / 1000).putInt(i % 1000);
                record.putInt(length).putInt(length).order(ByteOrder.BIG_ENDIAN);
                record.putShort((short) 0x4500).putShort((short) length).putInt(0);
                record.putInt(0x40110000).putInt(0x0a000000 + i).putInt(0x0a000001);
                record.putShort((short) 5060).putShort((short) 5060);
                record.putShort((short) (8 + message.length)).putShort((short) 0).put(message);
                out.write(record.array());
            }
        }
        return file;
    }

    private record Ended(int code, String text) {}

    private Ended run(int heapMebibytes, String... arguments) throws IOException, InterruptedException {
        Path text = folder.resolve("text");
        var command = new ArrayList<String>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heapMebibytes + "m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(text.toFile())
                .start();
        assertTrue(process.waitFor(PATIENCE), "took too long");
        return new Ended(process.exitValue(), Files.readString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "dialogs", "statistics", "beliefs", "analyze"})
    void oneSentenceSaysHowMuchMemoryIsNeeded(String command) throws Exception {
        Ended ended = run(32, command, flood().toString());
        assertEquals(3, ended.code(), ended.text());
        assertEquals(2, ended.text().split("not enough memory: ", -1).length, ended.text());
        assertTrue(ended.text().contains("SIPSLEUTH_OPTS=-Xmx"), ended.text());
        assertFalse(ended.text().contains("\tat "), ended.text());
    }

    /// Within 25 % of the smallest heap that suffices.
    @ParameterizedTest
    @ValueSource(strings = {"messages", "beliefs"})
    void whatIsNamedIsNearWhatIsNeeded(String command) throws Exception {
        String file = flood().toString();
        Ended ended = run(32, command, file);
        Matcher named = NAMED.matcher(ended.text());
        assertTrue(named.find(), ended.text());
        int mebibytes = Integer.parseInt(named.group(1));
        Ended more = run((int) Math.ceil(mebibytes / 0.75), command, file);
        assertEquals(0, more.code(), mebibytes + " named: " + more.text());
        Ended less = run((int) (mebibytes / 1.25) - 1, command, file);
        assertEquals(3, less.code(), mebibytes + " named; with a fifth less it ended so: " + less.text());
    }

    @Test
    void theSameCaptureIsReadWithMore() throws Exception {
        Ended ended = run(128, "messages", flood().toString());
        assertEquals(0, ended.code(), ended.text());
    }
}
