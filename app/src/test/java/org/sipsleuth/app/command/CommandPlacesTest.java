package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// That a command is in every place that docs/ADDING-A-COMMAND.md names. Help, manual page,
/// completion and start script are derived from [StandardCommand].
final class CommandPlacesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// What the start script does itself.
    private static final Set<String> SCRIPT = Set.of("doctor", "test", "package");

    /// They print nothing that has columns.
    private static final Set<String> NO_COLUMNS =
            Set.of("compare", "export", "live", "train", "simulate", "doctor", "test", "package", "help", "completion");

    @Test
    void everyCommandIsInEveryPlace() throws IOException {
        assertEquals(List.of(), missing(Run.COMMANDS));
    }

    @Test
    void aCommandThatIsNowhereIsFound() throws IOException {
        assertEquals(List.of("sparkle: README.md or docs/CLI.md", "sparkle: Columns of docs/CLI.md"),
                missing(List.of("info", "sparkle")));
    }

    @Test
    void everyCommandShowsAnExample() {
        List<String> without = new CommandModel().commands()
                .entrySet()
                .stream()
                .filter(command -> !SCRIPT.contains(command.getKey()))
                .filter(command -> !command.getValue().getUsageMessage().contains("Example"))
                .map(command -> command.getKey())
                .toList();
        assertEquals(List.of(), without);
    }

    private static List<String> missing(List<String> commands) throws IOException {
        List<String> missing = new ArrayList<>();
        String readme = Files.readString(ROOT.resolve("README.md"));
        String cli = Files.readString(ROOT.resolve("docs/CLI.md"));
        for (String command : commands) {
            if (!readme.contains("./sipsleuth " + command) && !cli.contains("sipsleuth " + command)
                    && !cli.matches("(?s).*`(sipsleuth )?" + command + "\\b.*")) {
                missing.add(command + ": README.md or docs/CLI.md");
            }
            if (!NO_COLUMNS.contains(command) && !cli.matches("(?s).*## Columns.*`" + command + "\\b.*")) {
                missing.add(command + ": Columns of docs/CLI.md");
            }
        }
        return missing;
    }
}
