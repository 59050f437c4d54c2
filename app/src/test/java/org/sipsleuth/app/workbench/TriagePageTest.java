package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.HeldMethod;
import org.sipsleuth.app.workbench.loading.OpenCaptures;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.change.Change;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.triage.Departures;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageQueue;
import org.sipsleuth.view.sequence.UnknownPage;
import org.sipsleuth.view.sequence.session.AnalysisState.Known;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;

/// The pages of triage and of the case.
@ExtendWith(ApplicationExtension.class)
class TriagePageTest {

    private static final int CLIENT = 11;
    private static final int SERVER = 1;

    private static final List<String> METHODS = List.of("OPTIONS", "MESSAGE", "INFO");

    /// So many status codes of a method are used by nobody, from one that is no failure of it on.
    private static final int CODES = 50;

    private static final List<Integer> FIRST_CODES = List.of(520, 220, 220);

    /// Where more dialogs are unknown than one in 20, and than a few, the model does not fit, and
    /// nothing is queued.
    private static final int FEW = 5;

    private static final int CALLS_FOR_ONE = 20;

    private static final List<KeyCode> JUDGEMENTS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3,
            KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9);

    @TempDir Path directory;
    private final HeldMethod held = HeldMethod.released();
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.add(held);
        window.show(stage);
    }

    /// A capture with calls, and sequences that no phone makes: requests that are answered with
    /// status codes nobody uses.
    private Path strange(String name, int from, int to) throws IOException {
        Path path = window.path(name);
        try (CaptureFile file = new CaptureFile(path)) {
            int calls = to - from <= FEW ? 30 : CALLS_FOR_ONE * (to - from);
            for (int call = 0; call < calls; call++) {
                call(file.after(100), name + "-call-" + call);
            }
            for (int number = from; number < to; number++) {
                String id = name + "-odd-" + number;
                String method = METHODS.get(number / CODES);
                String status = FIRST_CODES.get(number / CODES) + number % CODES + " Odd";
                file.after(50).request(CLIENT, SERVER, method, id, 1);
                file.after(20).response(SERVER, CLIENT, status, method, id, 1);
            }
            call(file.after(300_000), name + "-last");
        }
        return path;
    }

    /// A call as the bundled model knows it: with a To tag in requests within the dialog.
    private static void call(CaptureFile file, String id) throws IOException {
        send(file, true, "INVITE sip:bob@example.com SIP/2.0", "INVITE", id, 1, "");
        send(file.after(20), false, "SIP/2.0 100 Trying", "INVITE", id, 1, "");
        send(file.after(100), false, "SIP/2.0 180 Ringing", "INVITE", id, 1, ";tag=b");
        send(file.after(900), false, "SIP/2.0 200 OK", "INVITE", id, 1, ";tag=b");
        send(file.after(20), true, "ACK sip:bob@example.com SIP/2.0", "ACK", id, 1, ";tag=b");
        send(file.after(2_000), true, "BYE sip:bob@example.com SIP/2.0", "BYE", id, 2, ";tag=b");
        send(file.after(20), false, "SIP/2.0 200 OK", "BYE", id, 2, ";tag=b");
    }

    private static void send(CaptureFile file, boolean isToServer, String start, String method, String id, int cseq,
            String tag) throws IOException {
        String text = """
                %s
                Via: SIP/2.0/UDP 10.0.0.11;branch=z9hG4bK%s-%d%s
                Max-Forwards: 70
                From: <sip:alice@example.com>;tag=a
                To: <sip:bob@example.com>%s
                Call-ID: %s
                CSeq: %d %s
                Content-Length: 0

                """.formatted(start, id, cseq, method.equals("ACK") ? "a" : "", tag, id, cseq, method)
                .replace("\n", "\r\n");
        file.udp(isToServer ? CLIENT : SERVER, isToServer ? SERVER : CLIENT, text.getBytes(StandardCharsets.UTF_8));
    }

    private void open(Path file, FxRobot robot) throws Exception {
        window.run(() -> window.workbench().captures().open(List.of(file)));
        waitUntil(() -> window.state() instanceof Shown(OpenCaptures shown) && shown.files().equals(List.of(file))
                && window.workbench().isAtRest());
        show("triage", robot, "#triage-progress");
    }

    private void show(String page, FxRobot robot, String id) throws Exception {
        window.run(() -> window.workbench().openPage(page));
        waitUntil(() -> robot.lookup(id).tryQuery().isPresent());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static String all(FxRobot robot, String labels) {
        return robot.lookup(labels)
                .queryAll()
                .stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aHundredSequencesAreDecidedByKeysAloneAndKnownInTheNextCapture(FxRobot robot) throws Exception {
        open(strange("first.pcap", 0, 100), robot);
        waitUntil(() -> words(robot, "#triage-progress").equals("100 left: 0 of 100 decided"));
        window.checkLegible("triage");
        ListView<?> list = robot.lookup("#triage-list").queryListView();
        robot.interact(list::requestFocus);
        for (int i = 0; i < 100; i++) {
            int decided = i + 1;
            waitUntilShown(robot);
            robot.type(JUDGEMENTS.get(i % JUDGEMENTS.size()));
            waitUntil(() -> words(robot, "#triage-progress")
                    .equals(100 - decided + " left: " + decided + " of 100 decided"));
        }
        window.checkLegible("triage-decided");
        robot.type(KeyCode.U);
        waitUntil(() -> words(robot, "#triage-progress").equals("1 left: 99 of 100 decided"));
        robot.type(KeyCode.N);
        TextArea note = robot.lookup("#triage-note").queryAs(TextArea.class);
        waitUntil(note::isFocused);
        robot.write("made up 6");
        assertEquals("made up 6", note.getText());
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        waitUntilShown(robot);
        robot.type(KeyCode.DIGIT6);
        waitUntil(() -> words(robot, "#triage-progress").equals("0 left: 100 of 100 decided"));
        open(strange("second.pcap", 40, 103), robot);
        waitUntil(() -> words(robot, "#triage-progress").equals("3 left: 60 of 63 decided"));
        waitUntil(() -> words(robot, "#triage-sequence").contains(" to INFO")); // what is new
        robot.interact(() -> list.getSelectionModel().selectLast());
        waitUntil(() -> all(robot, "#triage-before .label").contains(", by "));
        show("case", robot, "#case-verdicts");
        TableView<Verdict> verdicts = robot.lookup("#case-verdicts").queryTableView();
        assertEquals(100, verdicts.getItems().size());
        assertTrue(verdicts.getItems().stream().anyMatch(each -> each.note().equals("made up 6")));
        robot.clickOn("#case-verify");
        waitUntil(() -> words(robot, "#case-verified").startsWith("Verified"));
        window.checkLegible("case");
    }

    /// Waits until the row that is selected is the one that is shown: then it can be judged.
    private void waitUntilShown(FxRobot robot) {
        ListView<JudgedRow> list = robot.lookup("#triage-list").queryListView();
        waitUntil(() -> {
            JudgedRow selected = list.getSelectionModel().getSelectedItem();
            return selected != null && words(robot, "#triage-sequence").equals(selected.item().title().text());
        });
    }

    private static String selected(FxRobot robot) {
        ListView<JudgedRow> list = robot.lookup("#triage-list").queryListView();
        return list.getSelectionModel().getSelectedItem().item().cause().text();
    }

    private static void fire(FxRobot robot, String... ids) {
        robot.interact(() -> {
            for (String id : ids) {
                robot.lookup(id).queryButton().fire();
            }
        });
    }

    @Test
    void undoSelectsTheUndoneRowWithItsNote(FxRobot robot) throws Exception {
        open(strange("undo.pcap", 0, 5), robot);
        waitUntil(() -> words(robot, "#triage-progress").equals("5 left: 0 of 5 decided"));
        waitUntilShown(robot);
        String judged = selected(robot);
        TextArea note = robot.lookup("#triage-note").queryAs(TextArea.class);
        robot.interact(() -> note.setText("old firmware"));
        fire(robot, "#triage-misconfiguration");
        waitUntil(() -> words(robot, "#triage-progress").equals("4 left: 1 of 5 decided"));
        assertNotEquals(judged, selected(robot));
        assertEquals("", note.getText());
        robot.interact(robot.lookup("#triage-list").query()::requestFocus);
        robot.type(KeyCode.U);
        waitUntil(() -> words(robot, "#triage-progress").equals("5 left: 0 of 5 decided"));
        assertEquals(judged, selected(robot));
        assertEquals("old firmware", note.getText());
        waitUntilShown(robot);
        window.checkLegible("triage-undone");
    }

    @Test
    void aKeyCountsOnlyForTheRowThatIsShown(FxRobot robot) throws Exception {
        open(strange("keys.pcap", 0, 5), robot);
        waitUntil(() -> words(robot, "#triage-progress").equals("5 left: 0 of 5 decided"));
        waitUntilShown(robot);
        String[] answer = {""};
        robot.interact(() -> {
            fire(robot, "#triage-safe", "#triage-attack_high"); // the second before the next row is shown
            answer[0] = words(robot, "#triage-answer");
        });
        assertTrue(answer[0].startsWith("Nothing was decided"), answer[0]);
        waitUntil(() -> words(robot, "#triage-progress").equals("4 left: 1 of 5 decided"));
        waitUntilShown(robot);
        window.pause();
        assertEquals("4 left: 1 of 5 decided", words(robot, "#triage-progress"));
        assertEquals("", words(robot, "#triage-answer"));
    }

    @Test
    void theSelectedRowStaysSelectedWhenRowsMove(FxRobot robot) throws Exception {
        open(strange("moved.pcap", 0, 5), robot);
        waitUntil(() -> words(robot, "#triage-progress").equals("5 left: 0 of 5 decided"));
        ListView<JudgedRow> list = robot.lookup("#triage-list").queryListView();
        for (int i = 1; i < 5; i++) {
            waitUntilShown(robot);
            fire(robot, "#triage-safe");
            String left = (5 - i) + " left: " + i + " of 5 decided";
            waitUntil(() -> words(robot, "#triage-progress").equals(left));
            assertEquals(0, list.getSelectionModel().getSelectedIndex(), "the first that is undecided");
        }
    }

    @Test
    void enterOpensTheDialogsOfTheRow(FxRobot robot) throws Exception {
        open(strange("enter.pcap", 0, 2), robot);
        waitUntilShown(robot);
        robot.interact(robot.lookup("#triage-list").query()::requestFocus);
        robot.type(KeyCode.ENTER);
        waitUntil(() -> window.workbench().selection().get().dialogs().size() == 1);
        int dialog = window.workbench().selection().get().dialogs().getFirst();
        int departing = Departures.of(found(), RunMonitor.NONE).of(dialog, true).getFirst().message();
        waitUntil(() -> window.workbench().selection().get().messages().equals(List.of(departing)));
    }

    @Test
    void theScopeIsShownWithWhatItCovers(FxRobot robot) throws Exception {
        open(strange("scope.pcap", 0, 2), robot);
        waitUntilShown(robot);
        robot.interact(robot.lookup("#triage-list").query()::requestFocus);
        assertEquals("these senders, from 10.0.0.11: covers 1 dialog of 1 sender", words(robot, "#triage-scope-text"));
        robot.type(KeyCode.S);
        assertEquals("this server, at 10.0.0.1: covers 1 dialog of 1 sender", words(robot, "#triage-scope-text"));
        robot.type(KeyCode.S);
        assertTrue(words(robot, "#triage-scope-text").startsWith("everywhere"), words(robot, "#triage-scope-text"));
        robot.type(KeyCode.DIGIT4);
        waitUntil(() -> words(robot, "#triage-progress").equals("1 left: 1 of 2 decided"));
        show("case", robot, "#case-verdicts");
        TableView<Verdict> verdicts = robot.lookup("#case-verdicts").queryTableView();
        assertEquals(List.of(Optional.of(Scope.EVERYWHERE)), verdicts.getItems().stream().map(Verdict::scope).toList());
    }

    @Test
    void rowsOfOneCauseAreDecidedTogether(FxRobot robot) throws Exception {
        open(strange("siblings.pcap", 0, 3), robot);
        waitUntil(() -> words(robot, "#triage-progress").equals("3 left: 0 of 3 decided"));
        waitUntilShown(robot);
        fire(robot, "#triage-capture_artefact");
        waitUntil(() -> isShown(robot, "#triage-offer"));
        assertEquals("2 more rows of this cause: decide the same (artefact of the capture, from 10.0.0.11)?",
                words(robot, "#triage-offer-text"));
        window.checkLegible("triage-siblings");
        robot.interact(robot.lookup("#triage-list").query()::requestFocus);
        robot.type(KeyCode.Y);
        waitUntil(() -> words(robot, "#triage-progress").equals("0 left: 3 of 3 decided"));
        assertFalse(isShown(robot, "#triage-offer"));
    }

    @Test
    void wordsOfSeveralAnalystsStandSideBySideAndContradictionsAreNamed(FxRobot robot) throws Exception {
        open(strange("two.pcap", 0, 3), robot);
        waitUntilShown(robot);
        String step = selected(robot);
        ListView<JudgedRow> rows = robot.lookup("#triage-list").queryListView();
        String sequence = rows.getSelectionModel().getSelectedItem().item().sequence();
        fire(robot, "#triage-safe");
        waitUntil(() -> words(robot, "#triage-progress").equals("2 left: 1 of 3 decided"));
        window.run(() -> window.workbench().openPage("case"));
        robot.clickOn("#case-close");
        waitUntil(() -> words(robot, "#case-name").equals("No case is open"));
        Path file;
        try (Stream<Path> files = Files.list(window.settings().directory().resolve("cases"))) {
            file = files.filter(each -> each.toString().endsWith(".case")).findFirst().orElseThrow();
        }
        try (CaseFile its = CaseFile.open(file, new Author("bob", "test", Clock.systemUTC()))) {
            its.decide(Subject.step(step), Scope.EVERYWHERE, Judgement.ATTACK_HIGH, "", Optional.empty());
        }
        try (CaseFile its = CaseFile.open(file, new Author("carol", "test", Clock.systemUTC()))) {
            its.decide(Subject.sequence(sequence), Judgement.ANOMALOUS, "", Optional.empty());
        }
        window.desktop().willChoose(file);
        robot.clickOn("#case-open").clickOn("#case-open-other");
        waitUntil(() -> words(robot, "#case-conflicts").equals("Verdicts contradict each other on 2 matters"));
        show("triage", robot, "#triage-list");
        ListView<JudgedRow> list = robot.lookup("#triage-list").queryListView();
        waitUntil(() -> list.getItems().stream().anyMatch(row -> !row.contradiction().isEmpty()));
        robot.interact(() -> list.getSelectionModel().selectLast());
        waitUntilShown(robot);
        assertEquals(step, selected(robot), "decided rows are below");
        assertTrue(words(robot, "#triage-contradiction").contains("bob: attack, high everywhere"),
                words(robot, "#triage-contradiction"));
        assertTrue(all(robot, "#triage-list .label").contains("bob: attack, high"), all(robot, "#triage-list .label"));
        window.checkLegible("triage-contradiction");
    }

    @Test
    void theCaseOfACaptureComesBackWithIt(FxRobot robot) throws Exception {
        Path capture = strange("again.pcap", 0, 5);
        open(capture, robot);
        waitUntil(() -> words(robot, "#triage-progress").equals("5 left: 0 of 5 decided"));
        assertTrue(words(robot, "#triage-case").startsWith("No case yet"));
        waitUntilShown(robot);
        robot.clickOn("#triage-safe");
        waitUntil(() -> words(robot, "#triage-progress").equals("4 left: 1 of 5 decided"));
        assertEquals("Begun: case again in " + window.settings().directory().resolve("cases"),
                words(robot, "#triage-case"));
        try (Stream<Path> files = Files.list(window.settings().directory().resolve("cases"))) {
            assertEquals(1, files.filter(each -> each.toString().endsWith(".case")).count());
        }
        show("case", robot, "#case-close");
        robot.clickOn("#case-close");
        waitUntil(() -> words(robot, "#case-name").equals("No case is open"));
        window.checkLegible("case-none");
        show("triage", robot, "#triage-progress");
        waitUntil(() -> words(robot, "#triage-progress").equals("5 left: 0 of 5 decided"));
        open(strange("other.pcap", 0, 1), robot);
        waitUntil(() -> words(robot, "#triage-progress").equals("1 left: 0 of 1 decided"));
        open(capture, robot);
        waitUntil(() -> words(robot, "#triage-progress").equals("4 left: 1 of 5 decided"));
    }

    @Test
    void theCaseIsNamedWhateverTheLastStepWas(FxRobot robot) throws Exception {
        open(strange("begun.pcap", 0, 5), robot);
        waitUntilShown(robot);
        robot.clickOn("#triage-safe");
        waitUntil(() -> words(robot, "#triage-case").startsWith("Begun: case begun in "));
        waitUntilShown(robot);
        robot.clickOn("#triage-safe");
        waitUntil(() -> words(robot, "#triage-case").equals("Case: begun"));
        window.desktop().willChoose(Files.writeString(window.path("notes.case"), "no case"));
        show("case", robot, "#case-merge");
        robot.clickOn("#case-merge");
        waitUntil(() -> words(robot, "#case-problem").contains("notes.case"));
        show("triage", robot, "#triage-case");
        assertEquals("Case: begun (the last step failed)", words(robot, "#triage-case"));
        String tip = robot.lookup("#triage-case").queryLabeled().getTooltip().getText();
        assertTrue(tip.contains("is not a SipSleuth case"), tip);
        window.checkLegible("triage-case-problem");
    }

    @Test
    void withoutUnknownSequencesThePageSaysSo(FxRobot robot) throws Exception {
        open(window.sample("call.pcap"), robot);
        waitUntil(() -> all(robot, "#triage-empty .label").contains("Nothing to decide"));
        assertTrue(robot.lookup("#triage-empty").query().isVisible());
        window.checkLegible("triage-none");
    }

    @Test
    void whatChangedSinceAnotherCaptureIsListedAndOpened(FxRobot robot) throws Exception {
        Path before = strange("before.pcap", 0, 5);
        open(strange("now.pcap", 3, 9), robot);
        window.desktop().willChoose(before);
        robot.clickOn("#triage-show-changes");
        window.checkLegible("triage-changes-none");
        robot.clickOn("#triage-compare");
        robot.clickOn("#triage-compare-another");
        waitUntil(() -> words(robot, "#triage-changes-title").startsWith("Before: before.pcap"));
        TableView<Change> changes = robot.lookup("#triage-changes-sequences").queryTableView();
        assertEquals(4, changes.getItems().stream().filter(Change::isNew).count(), "523 to 524 stay");
        assertEquals(3, changes.getItems().stream().filter(Change::isGone).count());
        window.checkLegible("triage-changes");
        robot.interact(() -> changes.getSelectionModel()
                .select(changes.getItems().stream().filter(Change::isGone).findFirst().orElseThrow()));
        ListView<?> gone = robot.lookup("#triage-dialogs-before").queryListView();
        assertEquals(1, gone.getItems().size());
        window.checkLegible("triage-changes-gone");
        checkColumns(changes);
        robot.interact(() -> changes.getSelectionModel()
                .select(changes.getItems()
                        .stream()
                        .filter(each -> each.name().startsWith("INVITE"))
                        .findFirst()
                        .orElseThrow()));
        assertEquals(31, gone.getItems().size());
        window.checkLegible("triage-changes-both");
        robot.interact(() -> {
            changes.requestFocus();
            changes.getSelectionModel()
                    .select(changes.getItems().stream().filter(Change::isNew).findFirst().orElseThrow());
        });
        robot.type(KeyCode.ENTER);
        waitUntil(() -> window.workbench().selection().get().dialogs().size() == 1);
    }

    private SequenceDetection found() {
        return window.workbench().page(UnknownPage.class).analysis().stateProperty().get().analysis().orElseThrow();
    }

    private boolean isAnalysed() {
        return window.workbench().page(UnknownPage.class).analysis().stateProperty().get() instanceof Known;
    }

    private static Set<String> titles(SequenceDetection detection) {
        return detection.findings()
                .stream()
                .map(each -> each.statement().title().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> unknown(SequenceDetection detection) {
        return TriageQueue.of(detection, _ -> true, List.of(), RunMonitor.NONE)
                .items()
                .stream()
                .map(TriageItem::sequence)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Judges the first sequence of the queue as safe, and asks for the effect of adding it.
    ///
    /// @return the sequence
    private String judgeAndAdd(FxRobot robot, int sequences) {
        waitUntil(() -> words(robot, "#triage-progress").equals(sequences + " left: 0 of " + sequences + " decided"));
        waitUntil(() -> !words(robot, "#triage-sequence").isEmpty());
        assertTrue(robot.lookup("#triage-baseline").query().isDisabled());
        ListView<JudgedRow> list = robot.lookup("#triage-list").queryListView();
        String safe = list.getSelectionModel().getSelectedItem().item().sequence();
        waitUntilShown(robot);
        robot.clickOn("#triage-safe");
        waitUntil(() -> words(robot, "#triage-progress")
                .equals((sequences - 1) + " left: 1 of " + sequences + " decided"));
        waitUntil(() -> !robot.lookup("#triage-baseline").query().isDisabled());
        assertEquals("Add 1 safe row to baseline…", words(robot, "#triage-baseline"));
        robot.type(KeyCode.B);
        return safe;
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).queryAll().stream().anyMatch(NodeQueryUtils.isVisible()::test);
    }

    @Test
    void aSafeSequenceIsAddedToTheBaselineOnceItsEffectIsAccepted(FxRobot robot) throws Exception {
        open(strange("first.pcap", 0, 5), robot);
        SequenceDetection before = found();
        String safe = judgeAndAdd(robot, 5);
        waitUntil(() -> isShown(robot, "#triage-baseline-accept"));
        assertEquals("With 1 safe row (1 dialog) added to the baseline of “" + before.model().identity().name() + "”",
                words(robot, "#triage-baseline-title"));
        assertEquals("Unknown sequences: 5 with the model in use, 4 with the new one."
                + " Findings: 1 vanishes. Incidents: no change.", words(robot, "#triage-baseline-summary"));
        TableView<?> table = robot.lookup("#triage-baseline-changes").queryTableView();
        assertEquals(1, table.getItems().size());
        assertTrue(cell(table, 1).contains(safe), cell(table, 1));
        assertEquals(List.of("1 dialog", "–", "− vanishes"), List.of(cell(table, 3), cell(table, 4), cell(table, 5)));
        window.checkLegible("triage-baseline");
        checkColumns(table);
        assertEquals(before, found(), "nothing has changed yet");
        robot.type(KeyCode.DIGIT2); // no verdict on a sequence that is not in view
        robot.type(KeyCode.ENTER);
        waitUntil(() -> window.workbench().selection().get().dialogs().size() == 1);
        show("triage", robot, "#triage-progress");
        assertEquals("4 left: 1 of 5 decided", words(robot, "#triage-progress"));
        robot.clickOn("#triage-baseline-accept");
        waitUntil(() -> words(robot, "#triage-progress").equals("4 left: 0 of 4 decided"));
        waitUntil(this::isAnalysed);
        SequenceDetection after = found();
        Set<String> left = unknown(before);
        assertTrue(left.remove(safe), safe);
        assertEquals(left, unknown(after));
        assertEquals(4, titles(after).size());
        assertTrue(titles(before).containsAll(titles(after)));
        assertTrue(words(robot, "#triage-notice").contains("attached to the case “first”"));
        window.checkLegible("triage-baseline-accepted");
        assertEquals(after.model().identity(), attachedModel().identity());
        window.run(() -> window.workbench().close());
        useModelOfTheCase(robot, after.model());
    }

    /// The next window begins with the bundled model, and takes that of the case when asked.
    private void useModelOfTheCase(FxRobot robot, SequenceModel wanted) throws Exception {
        Path capture = window.path("first.pcap");
        TestWindow next = new TestWindow(directory);
        window.run(() -> next.show(window.stage()));
        window = next;
        open(capture, robot);
        waitUntil(() -> !found().model().identity().equals(wanted.identity()));
        show("case", robot, "#case-open");
        TableView<?> files = robot.lookup("#case-files").queryAs(TableView.class);
        waitUntil(() -> files.getItems().size() == 1);
        window.run(() -> {
            files.getSelectionModel().select(0);
            files.getContextMenu()
                    .getItems()
                    .stream()
                    .filter(item -> "case-use-model".equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        waitUntil(() -> isAnalysed() && found().model().identity().equals(wanted.identity()));
    }

    /// All columns are in the table, and none is too narrow for its head.
    private static void checkColumns(TableView<?> table) {
        double sum = table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
        assertTrue(sum <= table.getWidth(), sum + " of " + table.getWidth());
        assertTrue(table.getColumns().stream().allMatch(each -> each.getWidth() >= 80));
    }

    private static String cell(TableView<?> table, int column) {
        return String.valueOf(table.getColumns().get(column).getCellData(0));
    }

    /// The model that the case has, which the window has closed.
    private SequenceModel attachedModel() throws Exception {
        window.run(() -> window.workbench().openPage("case"));
        Path folder = window.settings().directory().resolve("cases");
        try (Stream<Path> files = Files.list(folder);
                CaseFile its = CaseFile.openReadOnly(
                        files.filter(each -> each.toString().endsWith(".case")).findFirst().orElseThrow(),
                        new Author("somebody", "test", Clock.systemUTC()))) {
            assertEquals(1, its.attachments().size());
            Attachment model = its.attachments().getFirst();
            assertEquals(Attachment.Kind.MODEL, model.kind());
            return SequenceModel.open(ModelFile.read(its.content(model)));
        }
    }

    @Test
    void discardedAndCancelledItLeavesEverythingAsItWas(FxRobot robot) throws Exception {
        open(strange("first.pcap", 0, 5), robot);
        SequenceDetection before = found();
        judgeAndAdd(robot, 5);
        waitUntil(() -> isShown(robot, "#triage-baseline-accept"));
        robot.clickOn("#triage-baseline-discard");
        waitUntil(() -> isShown(robot, "#triage-list"));
        assertEquals("4 left: 1 of 5 decided", words(robot, "#triage-progress"));
        assertEquals(before, found());
        held.hold();
        robot.clickOn("#triage-baseline");
        waitUntil(held::isWaiting);
        assertEquals("Cancel", words(robot, "#triage-baseline-discard"));
        assertTrue(words(robot, "#triage-baseline-title").startsWith("Training a model with 1"));
        window.checkLegible("triage-baseline-running");
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> isShown(robot, "#triage-list"));
        waitUntil(held::wasCancelled);
        window.pause();
        assertEquals("4 left: 1 of 5 decided", words(robot, "#triage-progress"));
        assertEquals(before, found());
        assertTrue(robot.lookup("#triage-notice").queryLabeled().getText().isEmpty());
    }

    @Test
    void whatIsNoCaseIsRefusedInASentence(FxRobot robot) throws Exception {
        Path text = Files.writeString(window.path("notes.case"), "no case at all");
        open(strange("first.pcap", 0, 1), robot);
        show("case", robot, "#case-open");
        window.desktop().willChoose(text);
        robot.clickOn("#case-open").clickOn("#case-open-other");
        waitUntil(() -> words(robot, "#case-problem").contains("notes.case"));
        window.checkLegible("case-problem");
        assertEquals("No case is open", words(robot, "#case-name"));
        assertEquals("no case at all", Files.readString(text));
    }
}
