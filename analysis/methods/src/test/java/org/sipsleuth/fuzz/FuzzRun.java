package org.sipsleuth.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Gives seeded inputs to all targets, and tells what broke. `docs/FUZZING.md` tells how to run it.
///
/// Input `n` of a target depends on nothing but the seed, so that a finding is had again with
/// `--target T --seed S --from N --inputs 1`.
public final class FuzzRun {

    private static final int FULL = 1_000_000;

    /// No batch of this many inputs takes the processor so long; one that does hangs.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out;
    private final Path folder;
    private final Set<String> known = new HashSet<>();
    private String target = "";
    private long seed = 1;
    private long from;
    private int inputs = 2_000;
    private int together = 200;
    private int failed;
    private int findings;

    FuzzRun(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /// Options: `--full`, `--target T`, `--seed S`, `--from N`, `--inputs N`, `--findings FOLDER`.
    public static void main(String[] args) throws IOException {
        Path folder = Path.of("target", "fuzz");
        for (int i = 0; i + 1 < args.length; i++) {
            folder = args[i].equals("--findings") ? Path.of(args[i + 1]) : folder;
        }
        FuzzRun run = new FuzzRun(System.out, folder);
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--full" -> run.inputs = FULL;
                case "--target" -> run.target = args[++i];
                case "--seed" -> run.seed = Long.parseLong(args[++i]);
                case "--from" -> run.from = Long.parseLong(args[++i]);
                case "--inputs" -> run.inputs = Integer.parseInt(args[++i]);
                case "--findings" -> i++;
                default -> throw new IllegalArgumentException(args[i]);
            }
        }
        System.exit(run.all() == 0 ? 0 : 1);
    }

    /// How many inputs each target gets.
    FuzzRun inputs(int count) {
        inputs = count;
        return this;
    }

    /// How many inputs are given to a target at a time: as many as leave something behind.
    FuzzRun together(int count) {
        together = count;
        return this;
    }

    /// Another seed, and the number of the first input.
    FuzzRun from(long of, long first) {
        seed = of;
        from = first;
        return this;
    }

    /// Runs all targets, or the one that was chosen.
    ///
    /// @return how many findings there are
    int all() throws IOException {
        try (Scratch scratch = new Scratch()) {
            return all(Targets.all(scratch.folder()));
        }
    }

    /// The same of these.
    int all(List<FuzzTarget> targets) throws IOException {
        Files.createDirectories(folder);
        for (FuzzTarget each : targets) {
            if (target.isEmpty() || List.of(target.split(",")).contains(each.name())) {
                run(each);
            }
        }
        return findings;
    }

    private void run(FuzzTarget each) throws IOException {
        long begin = System.nanoTime();
        long beginOfWork = Watch.processorNanos();
        long messages = 0;
        long slowest = 0;
        int before = findings;
        for (long at = from; at < from + inputs; at += together) {
            long start = Watch.processorNanos();
            messages += batch(each, at, Math.min(from + inputs, at + together));
            slowest = Math.max(slowest, Watch.processorNanos() - start);
        }
        out.printf(Locale.ROOT,
                "%-10s seed %d, inputs %d to %d: %.1f s of processor time (%.1f s by the clock),"
                        + " slowest %d inputs %.3f s, %d messages or results, %d inputs that failed, %d findings%n",
                each.name(), seed, from, from + inputs - 1, (Watch.processorNanos() - beginOfWork) / NANOS_PER_SECOND,
                (System.nanoTime() - begin) / NANOS_PER_SECOND, together, slowest / NANOS_PER_SECOND, messages, failed,
                findings - before);
        failed = 0;
    }

    private long batch(FuzzTarget each, long first, long end) throws IOException {
        List<byte[]> made = new ArrayList<>();
        for (long i = first; i < end; i++) {
            made.add(each.input(seed, i));
        }
        try (Watch _ = new Watch(PATIENCE, "%s from %d".formatted(each.name(), first))) {
            return each.check().run(made);
        } catch (RuntimeException | Error e) {
            boolean alone = false;
            for (int i = 0; i < made.size(); i++) {
                alone |= fails(each, made.get(i), first + i);
            }
            if (!alone) {
                report(each.name(), first, e, null);
            }
            return 0;
        }
    }

    private boolean fails(FuzzTarget each, byte[] input, long number) throws IOException {
        try {
            each.check().run(List.of(input));
            return false;
        } catch (RuntimeException | Error e) {
            failed++;
            report(each.name(), number, e, input);
            return true;
        }
    }

    /// Shows a finding, once for each place in the program.
    private void report(String name, long number, Throwable what, byte[] input) throws IOException {
        String place = what.getClass() + at(what);
        if (!known.add(name + place)) {
            return;
        }
        findings++;
        out.printf("%s, seed %d, input %d%s:%n", name, seed, number, input == null ? " and those after it" : "");
        what.printStackTrace(out);
        if (input != null) {
            Path file = folder.resolve("%s-%d-%d.bin".formatted(name, seed, number));
            Files.write(file, input);
            out.println("kept in " + file);
        }
    }

    /// Where it failed; what asked a column for a row tells more than the column.
    private static String at(Throwable what) {
        for (StackTraceElement element : what.getStackTrace()) {
            if (element.getClassName().startsWith("org.sipsleuth")
                    && !element.getClassName().startsWith("org.sipsleuth.dialog.column")) {
                return element.toString();
            }
        }
        return "";
    }
}
