package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `help`, `--version`, the manual page and shell completion.
final class HelpCommandTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void theVersionIsShown(String option) {
        Run run = Run.of(option);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().matches("sipsleuth \\S+\n(commit .*, )?built from sources\nJava 25.*\n"), run.out());
    }

    @Test
    void helpOfACommandIsWhatTheCommandShows() {
        assertEquals(Run.of("--help").out(), Run.of("help").out());
        for (String command : Run.COMMANDS) {
            assertEquals(Run.of(command, "--help").out(), Run.of("help", command).out());
        }
        assertTrue(Run.of("help", "simulate", "mutations").out().contains("--set NAME=VALUE"));
    }

    /// Words that a VoIP engineer would have to decode. The list guards against relapse only: other
    /// texts are read, not filtered. `hole` is a column of `info`.
    @Test
    void noHelpNeedsAPrivateVocabulary() {
        Pattern words = Pattern.compile("\\b(tells?|told|put together|taken for|believed by|anew)\\b");
        assertTrue(words.matcher("Shows dialogs; what is told of them").find());
        for (String command : Run.COMMANDS) {
            assertEquals(List.of(),
                    Run.of("help", command).out().lines().filter(line -> words.matcher(line).find()).toList(), command);
        }
    }

    @Test
    void helpOfAnUnknownCommandNamesTheNearest() {
        Run run = Run.of("help", "mesages");
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("did you mean: messages"), run.err());
    }

    @Test
    void theManualPageNamesTheFoldersThatStayInTheHomeFolder() {
        List<String> lines = Run.of("help", "--man").out().lines().toList();
        for (String folder : List.of("~/.config/sipsleuth", "~/.local/share/sipsleuth", "~/.cache/sipsleuth")) {
            assertTrue(lines.contains(".I " + folder), folder);
        }
    }

    @Test
    void theManualPageHasEveryCommandAndOption() {
        Run run = Run.of("help", "--man");
        assertEquals(0, run.code(), run.err());
        for (var command : new CommandModel().commands().entrySet()) {
            assertTrue(run.out().contains("\n.SS sipsleuth " + command.getKey() + "\n"));
            for (var option : command.getValue().getCommandSpec().options()) {
                String name = option.longestName().replace("-", "\\-");
                assertTrue(run.out().contains(name), command.getKey() + " " + name);
            }
        }
        assertTrue(run.out().lines().noneMatch(line -> line.startsWith("'")), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void bashCompletesCommandsAndOptions(String shell) throws IOException, InterruptedException {
        Run run = Run.of("completion", shell);
        assertEquals(0, run.code(), run.err());
        if (shell.equals("zsh")) {
            assertTrue(run.out().startsWith("autoload -U +X bashcompinit && bashcompinit\n"));
            return;
        }
        Path script = Files.writeString(folder.resolve("completion"), run.out());
        assertEquals("messages", completed(script, "mess"));
        assertEquals("--whole-dialogs", completed(script, "messages", "--who"));
        assertEquals("jsonl", completed(script, "messages", "--format", "jsonl"));
    }

    /// What bash completes the last word to.
    private static String completed(Path script, String... words) throws IOException, InterruptedException {
        String line =
                "source '%s'; COMP_WORDS=(sipsleuth %s); COMP_CWORD=%d; _complete_sipsleuth; echo \"${COMPREPLY[*]}\""
                        .formatted(script, String.join(" ", words), words.length);
        Process bash = new ProcessBuilder("bash", "-c", line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), out);
        return out.strip();
    }
}
