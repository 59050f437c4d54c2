package org.sipsleuth.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Reads captures in a JVM of its own that has 256 MiB of heap; of several files, each frame that
/// more than one holds counts once.
final class SmallMachine {

    /// No measure, only the end of waiting for something that takes an hour.
    static final Duration PATIENCE = Duration.ofMinutes(5);

    static final int HEAP_MEBIBYTES = 256;

    /// What was read.
    ///
    /// @param repeated frames already in another file
    /// @param heapBytes what the index takes when all is read
    record Reading(long frames, long messages, long dialogs, long unread, long repeated, long heapBytes) {}

    private SmallMachine() {}

    /// Prints what captures hold, as six numbers: standard output is how this JVM tells the one
    /// that started it, in [#read].
    public static void main(String[] args) throws IOException {
        List<Path> files = Stream.of(args).map(Path::of).toList();
        ReadOptions options = new ReadOptions(List.of(), true);
        SipIndex index = CaptureIndexer.read(files, options, RunMonitor.NONE, _ -> {});
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("%d %d %d %d %d %d%n", sum(index, CaptureSummary::frames),
                sum(index, CaptureSummary::messages), index.dialogs().size(), sum(index, SmallMachine::unread),
                sum(index, CaptureSummary::repeatedFrames), runtime.totalMemory() - runtime.freeMemory());
    }

    private static long sum(SipIndex index, ToLongFunction<CaptureSummary> number) {
        return index.files().stream().mapToLong(number).sum();
    }

    private static long unread(CaptureSummary file) {
        return file.unread().stream().mapToLong(UnreadFrames::frames).sum();
    }

    static Reading read(Path... captures) throws IOException, InterruptedException {
        return read(List.of(captures), HEAP_MEBIBYTES, PATIENCE);
    }

    /// The same with another heap, and not waiting longer than that.
    static Reading read(Path capture, int heapMebibytes, Duration patience) throws IOException, InterruptedException {
        return read(List.of(capture), heapMebibytes, patience);
    }

    private static Reading read(List<Path> captures, int heapMebibytes, Duration patience)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heapMebibytes + "m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), SmallMachine.class.getName()));
        captures.stream().map(Path::toString).forEach(command::add);
        Path reported = Files.createTempFile("sipsleuth-reading-", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(reported.toFile()).start();
            boolean ended = process.waitFor(patience);
            process.destroyForcibly();
            String text = Files.readString(reported);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(ended ? text : "took too long\n" + text);
            }
            List<Long> numbers = parse(text.strip().lines().toList().getLast());
            return new Reading(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4),
                    numbers.get(5));
        } finally {
            Files.delete(reported);
        }
    }

    private static List<Long> parse(String line) {
        return List.of(line.split(" ")).stream().map(Long::valueOf).toList();
    }
}
