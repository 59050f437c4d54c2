package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.output.ExitCode;

final class FilterOptionTest {

    @TempDir private Path folder;

    private Run run(String... arguments) throws IOException {
        String file = new TestCapture().call(0, "a@host").call(10, "b@host").in(folder, "calls.pcap");
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
        assertTrue(run.err().contains("  sip.Metod == \"INVITE\"" + System.lineSeparator() + "  ^^^^^^^^^"), run.err());
    }

    @Test
    void withoutAModelItSaysWhatIsMissing() throws IOException {
        Run findings = run("dialogs", "--filter", "finding.severity == \"high\"");
        assertEquals(ExitCode.WRONG_USAGE, findings.code());
        assertEquals("", findings.out());
        assertTrue(findings.err().contains("name models with --model FILE"), findings.err());
        Run mark = run("messages", "--filter", "sip && dialog.unknown == 1");
        assertEquals(ExitCode.WRONG_USAGE, mark.code());
        assertTrue(mark.err().contains("dialog.unknown needs a model of the method sequence"), mark.err());
    }

    @Test
    void notesAreNotKnownHere() throws IOException {
        Run run = run("dialogs", "--filter", "note.mark == \"A\"");
        assertEquals(ExitCode.WRONG_USAGE, run.code());
        assertTrue(run.err().contains("annotations made in the window"), run.err());
    }

    @Test
    void aModelThatIsNotThereEndsTheRun() throws IOException {
        Run run = run("dialogs", "--filter", "dialog.unknown == 1", "--model", "no.model");
        assertEquals(ExitCode.UNREADABLE_INPUT, run.code());
        assertTrue(run.err().contains("no such file"), run.err());
    }

    /// The words of the network were once those of the mark: silence would look like no dialog.
    @Test
    void aWordOfTheNetworkIsRefusedAsAMark() throws IOException {
        for (String filter : List.of("dialog.mark == \"between\"", "dialog.mark != \"between\"",
                "\"between\" == dialog.mark", "any dialog.mark == \"between\"",
                "sip && !(dialog.mark in {\"known\", \"between\"})")) {
            Run run = run("dialogs", "--model", "shipped", "--filter", filter);
            assertEquals(ExitCode.WRONG_USAGE, run.code(), filter);
            assertTrue(run.err().contains("write network.mark == \"between\""), run.err());
        }
        for (String filter : List.of("network.mark == \"between\"", "dialog.mark == \"unknown\"",
                "dialog.call_id == \"between\"")) {
            assertEquals(0, run("dialogs", "--model", "shipped", "--filter", filter).code());
        }
    }

    @Test
    void theShippedModelsSeparateKnownFromUnknown() throws IOException {
        String[] asked = {"dialogs", "--model", "shipped", "--filter"};
        int known = records(asked, "dialog.mark == \"known\"");
        int unknown = records(asked, "dialog.unknown == 1");
        assertEquals(2, known + unknown);
        assertEquals(2, records(asked, "finding.count >= 0"));
        assertEquals(records(asked, "dialog.observed == 0"), records(asked, "finding.detector == \"sequence\""));
    }

    private int records(String[] asked, String filter) throws IOException {
        String[] all = Arrays.copyOf(asked, asked.length + 1);
        all[asked.length] = filter;
        Run run = run(all);
        assertEquals(0, run.code(), run.err());
        return run.records().size();
    }
}
