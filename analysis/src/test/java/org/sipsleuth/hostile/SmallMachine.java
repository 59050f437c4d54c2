package org.sipsleuth.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Reads captures in a JVM of its own that has 256 MiB of heap; of several files, each frame that
/// more than one holds counts once.
final class SmallMachine {

    private static final int PATIENCE_SECONDS = 300;

    /// What was read.
    ///
    /// @param repeated frames that another of the files gave before
    /// @param heapBytes what the index takes when all is read
    record Reading(
            long frames, long messages, long dialogs, long unread, long repeated, long heapBytes) {}

    private SmallMachine() {}

    /// Prints what captures hold, as six numbers: standard output is how this JVM tells the one
    /// that started it, in [#read].
    public static void main(String[] args) throws IOException {
        List<Path> files = Stream.of(args).map(Path::of).toList();
        ReadOptions options = new ReadOptions(List.of(), true);
        SipIndex index = SipIndex.read(files, options, RunMonitor.NONE, _ -> {});
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%d %d %d %d %d %d%n",
                sum(index, CaptureSummary::frames),
                sum(index, CaptureSummary::messages),
                index.dialogs().size(),
                sum(index, SmallMachine::unread),
                sum(index, CaptureSummary::repeatedFrames),
                runtime.totalMemory() - runtime.freeMemory());
    }

    private static long sum(SipIndex index, ToLongFunction<CaptureSummary> number) {
        return index.files().stream().mapToLong(number).sum();
    }

    private static long unread(CaptureSummary file) {
        return file.unread().stream().mapToLong(UnreadFrames::frames).sum();
    }

    static Reading read(Path... captures) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SmallMachine.class.getName()));
        Stream.of(captures).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(told);
        }
        List<Long> numbers = told.strip().lines().toList().getLast().transform(SmallMachine::parse);
        return new Reading(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5));
    }

    private static List<Long> parse(String line) {
        return List.of(line.split(" ")).stream().map(Long::valueOf).toList();
    }
}
