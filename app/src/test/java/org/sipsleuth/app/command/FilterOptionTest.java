package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.output.ExitCode;

final class FilterOptionTest {

    @TempDir private Path folder;

    private Run run(String... arguments) throws IOException {
        String file =
                new TestCapture().call(0, "a@host").call(10, "b@host").in(folder, "calls.pcap");
        String[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--format";
        all[arguments.length + 1] = "csv";
        all[arguments.length + 2] = file;
        return Run.of(all);
    }

    @Test
    void messagesListsThoseThatFit() throws IOException {
        Run run = run("messages", "--filter", "sip.Method == \"INVITE\"");
        assertEquals(0, run.code(), run.err());
        assertEquals(2, run.records().size(), run.out());
    }

    @Test
    void wholeDialogsListsAllMessagesOfTheirDialogs() throws IOException {
        String filter = "sip.Method == \"INVITE\" && sip.Call-ID == \"b@host\"";
        assertEquals(1, run("messages", "--filter", filter).records().size());
        assertEquals(7, run("messages", "--filter", filter, "--whole-dialogs").records().size());
    }

    @Test
    void dialogsListsThoseThatHaveAMessageThatFits() throws IOException {
        Run run = run("dialogs", "--filter", "sip.Call-ID contains \"b@\" && sip.Method");
        assertEquals(1, run.records().size(), run.out());
        assertTrue(run.records().getFirst().startsWith("b@host"), run.out());
    }

    @Test
    void aWrongFilterIsPointedAt() throws IOException {
        Run run = run("messages", "--filter", "sip.Metod == \"INVITE\"");
        assertEquals(ExitCode.WRONG_USAGE, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("did you mean: sip.Method"), run.err());
        assertTrue(
                run.err()
                        .contains(
                                "  sip.Metod == \"INVITE\""
                                        + System.lineSeparator()
                                        + "  ^^^^^^^^^"),
                run.err());
    }
}
