package org.sipsleuth.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Reads a capture in a JVM of its own that has 256 MiB of heap, as `sipsleuth info` would.
final class SmallMachine {

    /// No measure, only the end of waiting for something that takes an hour.
    static final Duration PATIENCE = Duration.ofMinutes(5);

    static final int HEAP_MEBIBYTES = 256;

    /// What was read.
    ///
    /// @param heapBytes what the index takes when all is read
    record Reading(long frames, long messages, long dialogs, long unread, long heapBytes) {}

    private SmallMachine() {}

    /// Prints what a capture holds, as five numbers: standard output is how this JVM tells the one
    /// that started it, in [#read].
    public static void main(String[] args) throws IOException {
        SipIndex index = SipIndex.read(List.of(Path.of(args[0])), RunMonitor.NONE);
        CaptureSummary summary = index.files().getFirst();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%d %d %d %d %d%n",
                summary.frames(),
                summary.messages(),
                index.dialogs().size(),
                summary.unread().stream().mapToLong(UnreadFrames::frames).sum(),
                runtime.totalMemory() - runtime.freeMemory());
    }

    static Reading read(Path capture) throws IOException, InterruptedException {
        return read(capture, HEAP_MEBIBYTES, PATIENCE);
    }

    /// The same with another heap, and not waiting longer than that.
    static Reading read(Path capture, int heapMebibytes, Duration patience)
            throws IOException, InterruptedException {
        Path told = Files.createTempFile("sipsleuth-reading-", ".txt");
        try {
            Process process =
                    new ProcessBuilder(
                                    ProcessHandle.current().info().command().orElse("java"),
                                    "-Xmx" + heapMebibytes + "m",
                                    "-XX:+UseSerialGC",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    SmallMachine.class.getName(),
                                    capture.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(told.toFile())
                            .start();
            boolean ended = process.waitFor(patience);
            process.destroyForcibly();
            String text = Files.readString(told);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(ended ? text : "took too long\n" + text);
            }
            List<Long> numbers = parse(text.strip().lines().toList().getLast());
            return new Reading(
                    numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
        } finally {
            Files.delete(told);
        }
    }

    private static List<Long> parse(String line) {
        return List.of(line.split(" ")).stream().map(Long::valueOf).toList();
    }
}
