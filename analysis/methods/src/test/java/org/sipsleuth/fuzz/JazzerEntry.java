package org.sipsleuth.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where Jazzer comes in, which makes inputs that reach code not reached before. The property
/// `fuzz.target` names the target; a folder for the seeds has to be filled first, see [#main].
public final class JazzerEntry {

    private static final FuzzTarget TARGET = target();

    private JazzerEntry() {}

    private static FuzzTarget target() {
        try {
            String name = System.getProperty("fuzz.target", "frame");
            return Targets.named(name, new Scratch().folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Called for each input.
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.check().run(List.of(input));
    }

    /// Writes the seeds of the target into a folder.
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (int i = 0; i < TARGET.seeds().size(); i++) {
            Files.write(folder.resolve("seed-" + i), TARGET.seeds().get(i));
        }
    }
}
