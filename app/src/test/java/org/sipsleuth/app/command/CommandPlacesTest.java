package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// That a command is in every place that CONTRIBUTING names. Help, manual page and completion are
/// derived from the list of commands.
final class CommandPlacesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// What the start script does itself.
    private static final Set<String> SCRIPT = Set.of("doctor", "test");

    /// They print nothing that has columns.
    private static final Set<String> NO_COLUMNS =
            Set.of("compare", "export", "live", "train", "simulate", "doctor", "test", "help", "completion");

    /// The line of the start script that lists the commands that open no window.
    private static final Pattern NO_WINDOW = Pattern.compile("(?m)^ *(info \\|.*)\\) return 1 ;;$");

    private static final Pattern WINDOW = Pattern.compile("(?m)^ *live\\) return 0 ;;");

    @Test
    void everyCommandIsInEveryPlace() throws IOException {
        assertEquals(List.of(), missing(CommandLineProgram.COMMANDS));
    }

    @Test
    void aCommandThatIsNowhereIsFound() throws IOException {
        assertEquals(List.of("sparkle: is_window of the start script", "sparkle: README.md or docs/CLI.md",
                "sparkle: Columns of docs/CLI.md"), missing(List.of("info", "sparkle")));
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
        String script = Files.readString(ROOT.resolve("sipsleuth"));
        Matcher line = NO_WINDOW.matcher(script);
        assertTrue(line.find(), "the list of commands in the start script");
        assertTrue(WINDOW.matcher(script).find(), "live in the start script");
        List<String> listed =
                Arrays.stream(line.group(1).split("\\|")).map(name -> name.strip().replace("'", "")).toList();
        String readme = Files.readString(ROOT.resolve("README.md"));
        String cli = Files.readString(ROOT.resolve("docs/CLI.md"));
        for (String command : commands) {
            boolean isOfScript = SCRIPT.contains(command);
            if (!isOfScript && !command.equals("live") && !listed.contains(command)) {
                missing.add(command + ": is_window of the start script");
            }
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
