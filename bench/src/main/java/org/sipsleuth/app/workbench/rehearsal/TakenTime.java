package org.sipsleuth.app.workbench.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Stream;

/// The processor time that the host of a virtual machine gave to others, though the machine had
/// work for it: Linux' "steal" (proc(5), `/proc/stat`) of all processors, in steps of 10 ms.
public final class TakenTime {

    private static final Path STATISTICS = Path.of("/proc/stat");
    private static final int STEAL = 8; // after the name and seven other times
    private static final double MILLIS_A_TICK = 10;

    private final OptionalDouble before = millis();

    /// Reports what was taken since this was made; nothing where the system does not report it.
    public void report(String meanwhile, ObjDoubleConsumer<String> reporter) {
        OptionalDouble now = millis();
        if (before.isPresent() && now.isPresent()) {
            reporter.accept("taken by others " + meanwhile, now.getAsDouble() - before.getAsDouble());
        }
    }

    private static OptionalDouble millis() {
        try (Stream<String> lines = Files.lines(STATISTICS)) {
            return lines.limit(1)
                    .map(line -> line.split(" +", -1))
                    .mapToDouble(fields -> Long.parseLong(fields[STEAL]) * MILLIS_A_TICK)
                    .findFirst();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}
