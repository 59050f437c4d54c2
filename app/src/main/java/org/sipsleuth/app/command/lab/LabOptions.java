package org.sipsleuth.app.command.lab;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.report.rows.Format;
import picocli.CommandLine.Option;

/// The options of `sipsleuth lab`.
public final class LabOptions {

    @Option(names = {"-o", "--output"}, paramLabel = "DIR",
            description = "with make, export, import and pack: the folder to write (with pack the zip); with grade: the"
                    + " CSV table, or as FILE.html each answer beside the truth") private @Nullable String output;

    @Option(names = "--students", paramLabel = "N",
            description = "with make: a class of N students, each with another capture") private @Nullable Integer students;

    @Option(names = "--names", paramLabel = "FILE",
            description = "with make: the names of the students, one a line") private @Nullable String names;

    @Option(names = "--class", paramLabel = "FILE",
            description = "with make: the class.json of a class, which is made again with the same files") private @Nullable String roster;

    @Option(names = "--seed", paramLabel = "N",
            description = "with make: the same lab and seed give the same files (default: 1); a class has a secret"
                    + " as well, so that no student can make a key") private @Nullable Long seed;

    @Option(names = "--key", paramLabel = "DIR",
            description = "with check and export: the teacher's folder with key.json (default: that of the class set, else"
                    + " the folder of the lab)") private @Nullable String key;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "text, csv, json or jsonl (default: ${DEFAULT-VALUE})") private Format format = Format.TEXT;

    @Option(names = "--force",
            description = "with grade and pack: overwrite the existing file -o") private boolean replaces;

    @Option(names = "--quiet", description = "do not show progress on standard error") private boolean isQuiet;

    @Option(names = "--no-color", description = "no colours, even on a terminal (also set by the environment variable"
            + " NO_COLOR)") private boolean hasNoColour;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help") private boolean wantsHelp;

    /// Where something is written.
    public Optional<String> output() {
        return Optional.ofNullable(output);
    }

    /// How many students a class has.
    public Optional<Integer> students() {
        return Optional.ofNullable(students);
    }

    /// The file with their names.
    public Optional<String> names() {
        return Optional.ofNullable(names);
    }

    /// The random seed.
    public long seed() {
        return seed == null ? 1 : seed;
    }

    /// The list of a class that is made again.
    public Optional<String> roster() {
        return Optional.ofNullable(roster);
    }

    /// Whether a class is described by other options than its list.
    public boolean describesClass() {
        return students != null || names != null || seed != null;
    }

    /// The folder with the key.
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /// Of lists.
    public Format format() {
        return format;
    }

    /// What the file that is written may replace.
    public OutputRules rules() {
        return replaces ? OutputRules.CONFIRMED : OutputRules.NEW_FILES;
    }

    /// Whether progress is shown.
    public boolean showsProgress() {
        return !isQuiet && !wantsHelp;
    }

    /// Whether text on this terminal is coloured.
    public boolean isColoured(Terminal terminal) {
        return terminal.outputIsTerminal() && !hasNoColour;
    }
}
