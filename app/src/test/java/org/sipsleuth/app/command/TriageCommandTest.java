package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.sequence.novelty.HopScene;

/// `triage` and `case judge`.
class TriageCommandTest {

    private static final String TITLE = "699 to OPTIONS after OPTIONS";
    private static final String STEP = "transaction " + TITLE;

    @TempDir private Path folder;
    private String capture = "";
    private String file = "";

    /// Calls, and OPTIONS of a phone and of a scanner that are answered with an unknown status.
    @BeforeEach
    void makeCapture() throws IOException {
        HopScene scene = new HopScene().calls(60);
        scene.callId("phone").transaction("OPTIONS 699");
        scene.callId("scanner").transaction("203.0.113.66", HopScene.BOB, "OPTIONS 699");
        scene.callId("other").transaction("MESSAGE 698");
        Path its = folder.resolve("office.pcap");
        scene.after(1_000).call().write(its);
        capture = its.toString();
        file = folder.resolve("a.case").toString();
        ran("case", "create", file, capture, "--user", "alice");
    }

    private static Run ran(String... arguments) {
        Run run = Run.of(arguments);
        assertEquals(0, run.code(), run.err());
        return run;
    }

    /// The cells of the row of the step, with the verdicts of the case.
    private List<String> row() {
        Run run = ran("triage", capture, "--case", file, "--format", "csv", "--quiet");
        return run.records()
                .stream()
                .filter(line -> line.contains(STEP))
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .toList();
    }

    private Run judge(String who, String... options) {
        String[] all = new String[options.length + 6];
        System.arraycopy(new String[]{"case", "judge", file, capture, "--user", who}, 0, all, 0, 6);
        System.arraycopy(options, 0, all, 6, options.length);
        return Run.of(all);
    }

    @Test
    void aStepIsOneRowWithItsSendersAndServers() {
        List<String> row = row();
        assertEquals(List.of("transaction", STEP), row.subList(1, 3));
        assertEquals(List.of("2", "0", "192.0.2.11; 203.0.113.66", "192.0.2.12"), row.subList(4, 8));
        assertEquals("false", row.get(row.size() - 2));
        String text = ran("triage", capture, "--quiet").out();
        assertTrue(text.startsWith("rank"), text);
        assertTrue(text.contains("192.0.2.11 +1"), text);
    }

    @Test
    void aVerdictIsStoredWithItsScopeAndListedWithTheRow() {
        Run judged = judge("alice", "--step", STEP, "--as", "safe", "--note", "old phones");
        assertEquals(0, judged.code(), judged.err());
        assertTrue(judged.out().startsWith("safe: step " + TITLE + " from 192.0.2.11, 203.0.113.66 (2 of 2 dialogs"),
                judged.out());
        assertEquals("2", row().get(5), "decided");
        String shown = ran("case", "show", file).out();
        assertTrue(shown.contains("safe: step " + TITLE + " from") && shown.contains("old phones"), shown);
        String json = ran("case", "show", file, "--format", "json").out();
        assertTrue(json.contains("\"scope\":\"senders 192.0.2.11 203.0.113.66\""), json);
        assertEquals(0, Run.of("case", "verify", file).code());
    }

    @Test
    void theSameRowIsNamedByItsRank() {
        String rank = row().getFirst();
        assertEquals(0, judge("alice", "--row", rank, "--as", "anomalous", "--scope", "server").code());
        assertEquals(rank, row().getFirst(), "a verdict does not change it");
        assertTrue(row().toString().contains("alice: anomalous,  at 192.0.2.12"), row().toString());
    }

    @Test
    void aContradictionIsPointedOut() {
        assertEquals(0, judge("alice", "--step", STEP, "--as", "safe").code());
        Run other = judge("bob", "--step", STEP, "--as", "attack_high", "--scope", "everywhere");
        assertTrue(other.out().contains("contradicting verdicts on the same dialogs"), other.out());
        assertEquals("true", row().get(row().size() - 2));
        String text = ran("triage", capture, "--case", file, "--quiet").out();
        assertTrue(text.contains("! alice: safe; bob: attack, high"), text);
        assertTrue(ran("case", "show", file).out().contains("Conflicting verdicts"));
    }

    @Test
    void analystsUndoTheirOwnLastVerdict() {
        assertEquals(0, judge("alice", "--step", STEP, "--as", "safe").code());
        Run none = ran("case", "judge", file, "--undo", "--user", "bob");
        assertTrue(none.out().startsWith("nothing to undo"), none.out());
        Run undone = ran("case", "judge", file, "--undo", "--user", "alice");
        assertTrue(undone.out().startsWith("Undone: safe: step " + TITLE), undone.out());
        assertEquals("0", row().get(5));
    }

    @Test
    void someSendersOfARowAreJudged() {
        Run judged = judge("alice", "--step", STEP, "--as", "attack_low", "--sender", "203.0.113.66");
        assertEquals(0, judged.code(), judged.err());
        assertTrue(judged.out().contains("from 203.0.113.66 (1 of 2 dialogs, senders: 1)"), judged.out());
        assertEquals("1", row().get(5), "decided");
        assertEquals(0, judge("alice", "--step", STEP, "--as", "safe").code());
        assertEquals("2", row().get(5), "the rest is asked next");
    }

    /// Of the incident's account one dialog was let in, which is no failure.
    @Test
    void aGuessThatSucceedsIsWhatTheRowShows() {
        Path guessing = Path.of("..", "sample-captures", "evaluation", "development", "svcrack-two-accounts.pcap.gz");
        Run run = ran("triage", guessing.toString(), "--format", "json", "--quiet");
        Object row = ((List<?>) JsonText.object("{\"rows\":" + run.out() + "}").get("rows")).getFirst();
        String cells = row.toString();
        assertTrue(
                cells.contains(
                        "The attack succeeded in the dialog shown: 1007 registered by the attacker. The others: "),
                cells);
        assertTrue(cells.contains("call_id=3185000746"), cells);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5", "many"})
    void aLimitThatIsNoNumberOfRowsIsRefused(String limit) {
        for (String command : List.of("triage", "dialogs", "messages", "analyze")) {
            Run run = Run.of(command, capture, "--limit=" + limit);
            assertEquals(2, run.code(), command);
            assertTrue(run.err().contains("\"" + limit + "\" is not a valid number of rows"), run.err());
        }
        assertEquals(1, ran("triage", capture, "--limit", "1", "--format", "csv", "--quiet").records().size());
    }

    @Test
    void anEmptyQueueSaysWhyThereIsNothingToDecide() throws IOException {
        Path calls = folder.resolve("calls.pcap");
        new HopScene().calls(3).write(calls);
        assertTrue(ran("triage", calls.toString()).err().contains("nothing to decide: the model knows every step"));
        Path odd = folder.resolve("odd.pcap");
        HopScene scene = new HopScene().calls(60);
        for (int dialog = 0; dialog < 30; dialog++) {
            scene.callId("odd-" + dialog).transaction("OPTIONS 699");
        }
        scene.after(1_000).call().write(odd);
        String misfit = ran("triage", odd.toString(), "--format", "csv").err();
        assertTrue(misfit.contains("nothing to decide: the model does not fit"), misfit);
        Path none = folder.resolve("none.pcap");
        new HopScene().write(none);
        String nothing = Run.of("triage", none.toString()).err();
        assertTrue(nothing.contains("nothing to decide: no SIP dialog was captured"), nothing);
    }

    @ParameterizedTest
    @CsvSource({
        "'--row 1 --as safe --sender 192.0.2.99', 'row 1 has no sender 192.0.2.99 (its senders: '",
        "'--row 1 --as safe --scope server --sender 192.0.2.11', '--sender goes with --scope senders only'",
        "'--as safe', 'name a row with --row or --step'",
        "'--row 1', 'name the verdict with --as'",
        "'--row 1 --step x --as safe', 'name a row with --row or --step'",
        "'--undo --row 1', '--undo takes no row'",
        "'--row 99 --as safe', 'no such row: 99'",
        "'--step x --as safe', 'no such row: x'",
        "'--row 1 --as fine', 'must be one of safe, misconfiguration'"})
    void whatCannotBeJudgedIsRefused(String options, String reason) {
        Run run = judge("alice", options.split(" "));
        assertEquals(2, run.code());
        assertTrue(run.err().contains(reason), run.err());
        assertFalse(ran("case", "show", file).out().contains("step"), "nothing is stored");
    }
}
