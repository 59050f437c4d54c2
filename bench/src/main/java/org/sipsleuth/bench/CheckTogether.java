package org.sipsleuth.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.evaluate.together.FilesTogether;
import org.sipsleuth.evaluate.together.SimulatedFiles;

/// Runs [FilesTogether] from a shell: `CheckTogether [--simulated N] PATH…`, where folders are
/// searched for files. Prints each difference and the counts; exit code 1 if there is one.
public final class CheckTogether {

    private static final long SEED = 4_801;

    private CheckTogether() {}

    /// The check.
    public static void main(String[] arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        Path folder = Files.createTempDirectory("sipsleuth-together");
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--simulated")) {
                files.addAll(SimulatedFiles.write(folder, Integer.parseInt(arguments[++i]), SEED));
            } else {
                files.addAll(in(Path.of(arguments[i])));
            }
        }
        FilesTogether found = FilesTogether.of(files);
        print(found, System.out);
        System.exit(found.differing().isEmpty() && found.figures().isEmpty() ? 0 : 1);
    }

    /// The files below a folder, or the file.
    private static List<Path> in(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void print(FilesTogether found, PrintStream out) {
        found.differing().forEach(each -> out.println("differs: " + each));
        found.figures().forEach(each -> out.println("statistics: " + each));
        found.spread().forEach(each -> out.println("in several files: " + each));
        out.printf(
                "%d files, %d dialogs in one file: %d differ, statistics of %d files differ;"
                        + " %d dialogs in several files differ%n",
                found.files(),
                found.dialogs(),
                found.differing().size(),
                found.figures().size(),
                found.spread().size());
    }
}
