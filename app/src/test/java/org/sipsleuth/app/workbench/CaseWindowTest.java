package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.incident.OverviewPage;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What of a window goes into its case: notes, filters, files, verdicts about dialogs and
// incidents.
@ExtendWith(ApplicationExtension.class)
class CaseWindowTest {

    private static final String ANALYST = System.getProperty("user.name", "");

    @TempDir Path directory;
    private Stage stage;
    private TestWindow window;
    private Path file;

    @Start
    void start(Stage first) {
        stage = first;
        window = new TestWindow(directory);
        window.show(stage);
        file = directory.resolve("office.case");
    }

    /// Reads the case as it is on the disk, beside the window that has it open.
    private interface Reading<T> {
        T of(CaseFile its) throws IOException;
    }

    private <T> T read(Reading<T> reading) throws IOException {
        try (CaseFile its = CaseFile.openReadOnly(file, new Author("reader", "test", Clock.systemUTC()))) {
            return reading.of(its);
        }
    }

    private void begin(FxRobot robot) {
        window.desktop().willChoose(file);
        command("casefile.new");
        waitUntil(() -> words(robot, "#case-name").equals("office"));
    }

    /// Runs a command of the palette.
    private void command(String id) {
        window.run(() -> window.workbench()
                .commandGroups()
                .stream()
                .flatMap(group -> group.commands().stream())
                .filter(each -> each.textKey().equals(id))
                .findFirst()
                .orElseThrow()
                .action()
                .run());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private void mark(FxRobot robot, int dialog, KeyCode key) {
        window.run(() -> window.workbench().openPage(DialogsPage.ID));
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialog))));
        window.run(() -> robot.lookup("#dialogs-table").query().requestFocus());
        robot.push(key);
    }

    private DialogNotes noted() throws IOException {
        return read(CaseFile::notes).getOrDefault(ANALYST, DialogNotes.NONE);
    }

    @Test
    void notesGoIntoTheCaseAndComeBackWithIt(FxRobot robot) throws IOException {
        Path capture = window.sample("call.pcap");
        window.open(capture);
        mark(robot, 0, KeyCode.DIGIT2); // before there is a case
        window.run(() -> window.workbench().openPage("case"));
        begin(robot);
        waitUntil(() -> noted().byCallId().size() == 1);
        assertEquals(Optional.of(NoteMark.B), noted().byCallId().values().iterator().next().mark());
        mark(robot, 0, KeyCode.DIGIT3);
        waitUntil(() -> noted().byCallId().values().iterator().next().mark().equals(Optional.of(NoteMark.C)));
        waitUntil(() -> !hasNotesBesideSettings());
        window.run(() -> window.workbench().close());

        TestWindow next = new TestWindow(directory);
        window.run(() -> next.show(stage));
        window = next;
        next.open(capture);
        assertTrue(next.workbench().notes().isEmpty());
        next.desktop().willChoose(file);
        command("casefile.open");
        waitUntil(() -> next.workbench().notes().byCallId().size() == 1);
        mark(robot, 0, KeyCode.DIGIT0);
        waitUntil(() -> noted().isEmpty());
    }

    private boolean hasNotesBesideSettings() throws IOException {
        Path notes = directory.resolve("config/notes");
        if (!Files.isDirectory(notes)) {
            return false;
        }
        try (var files = Files.list(notes)) {
            return files.anyMatch(each -> each.toString().endsWith(".notes.json"));
        }
    }

    @Test
    void aCaseWithoutTheCaptureTakesOnlyNewNotes(FxRobot robot) throws IOException {
        CaseFile.create(file, "office", OutputRules.NEW_FILES, new Author(ANALYST, "test", Clock.systemUTC())).close();
        window.open(window.sample("call.pcap"));
        mark(robot, 0, KeyCode.DIGIT2);
        waitUntil(this::hasNotesBesideSettings);
        window.run(() -> window.workbench().openPage("case"));
        window.desktop().willChoose(file);
        command("casefile.open");
        waitUntil(() -> words(robot, "#case-name").equals("office"));
        assertTrue(noted().isEmpty());
        assertTrue(read(CaseFile::evidence).isEmpty());
        mark(robot, 0, KeyCode.DIGIT4);
        waitUntil(() -> noted().byCallId().size() == 1);
        assertEquals(1, read(CaseFile::evidence).size());
    }

    @Test
    void theReportOfTheCaseIsAskedForOnItsPage(FxRobot robot) throws IOException {
        window.run(() -> window.workbench().openPage("case"));
        begin(robot);
        command("casefile.report");
        waitUntil(() -> words(robot, "#case-problem").startsWith("Open the captures of the case first"));
        window.open(window.sample("call.pcap"));
        window.run(() -> window.workbench().openPage("case"));
        waitUntil(() -> { // once it is analysed
            window.run(() -> robot.lookup("#case-report").query().requestFocus());
            robot.push(KeyCode.SPACE);
            return robot.lookup("#report-choices").tryQuery().isPresent();
        });
    }

    @Test
    void theNumberOfTheCaseIsKeptAndProposedForReports(FxRobot robot) throws IOException {
        window.run(() -> window.workbench().openPage("case"));
        assertFalse(robot.lookup("#case-number").query().isVisible());
        begin(robot);
        robot.clickOn("#case-number").write("2026-17").type(KeyCode.ENTER);
        waitUntil(() -> "2026-17".equals(read(CaseFile::properties).get("number")));
        window.checkLegible("case-number");
        openElsewhere(robot, "other");
        TextField number = robot.lookup("#case-number").queryAs(TextField.class);
        assertEquals("2026-17", number.getText());
        window.run(() -> number.setText("x".repeat(81)));
        assertEquals("2026-17", number.getText());
        window.run(number::clear);
        robot.clickOn("#case-number").type(KeyCode.ENTER);
        waitUntil(() -> !read(CaseFile::properties).containsKey("number"));
    }

    private String layout() throws IOException {
        return read(file -> {
            for (Attachment each : file.attachments()) {
                if (each.kind() == Attachment.Kind.LAYOUT) {
                    return new String(file.content(each), StandardCharsets.US_ASCII);
                }
            }
            return "";
        });
    }

    private boolean isOffered() {
        return isNoted("differ from those of the window");
    }

    private boolean isNoted(String words) {
        return window.workbench()
                .root()
                .lookupAll(".notice-banner .label")
                .stream()
                .anyMatch(label -> ((Labeled) label).getText().contains(words));
    }

    /// Opens the case in the window of somebody else.
    private void openElsewhere(FxRobot robot, String name) {
        window.run(() -> window.workbench().close());
        TestWindow next = new TestWindow(directory.resolve(name));
        window.run(() -> next.show(stage));
        window = next;
        window.run(() -> window.workbench().openPage("case"));
        window.desktop().willChoose(file);
        command("casefile.open");
        waitUntil(() -> words(robot, "#case-name").equals("office"));
    }

    @Test
    void layoutAndSettingsGoWithTheCaseAndAreUsedWhenAsked(FxRobot robot) throws IOException {
        window.run(() -> window.workbench().openPage("case"));
        command("casefile.settings.keep");
        waitUntil(() -> isNoted("No case is open"));
        begin(robot);
        window.settings().keep("legs.confidence", "0.5");
        window.run(() -> {
            window.workbench().look().themeProperty().set(Theme.DARK);
            window.workbench().look().railCollapsedProperty().set(true);
            window.workbench().look().inspectorWidthProperty().set(350);
        });
        window.run(() -> robot.lookup("#case-attach")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(item -> "case-keep-settings".equals(item.getId()))
                .forEach(MenuItem::fire));
        waitUntil(() -> read(CaseFile::attachments).size() == 2);
        assertEquals("inspector.open=true\ninspector.width=350.0\nrail.collapsed=true\ntheme=dark\n", layout());
        String hash = read(CaseFile::lastHash);
        command("casefile.settings.keep");
        waitUntil(() -> isNoted("already keeps"));
        assertEquals(hash, read(CaseFile::lastHash));

        openElsewhere(robot, "other");
        waitUntil(this::isOffered);
        assertEquals(Theme.LIGHT, window.workbench().look().themeProperty().get()); // not unasked
        window.checkLegible("case-settings-offered");
        robot.clickOn("Use the layout and settings of the case");
        waitUntil(() -> isNoted("are in use"));
        assertFalse(isOffered());
        assertEquals(Theme.DARK, window.workbench().look().themeProperty().get());
        assertTrue(window.workbench().look().railCollapsedProperty().get());
        assertEquals(350, window.workbench().look().inspectorWidthProperty().get());
        assertEquals(Optional.of("0.5"), window.settings().get("legs.confidence"));
        command("casefile.close");
        waitUntil(() -> words(robot, "#case-name").equals("No case is open"));
        window.desktop().willChoose(file);
        command("casefile.open");
        waitUntil(() -> words(robot, "#case-name").equals("office"));
        window.pause();
        assertFalse(isOffered()); // the same
    }

    @Test
    void whatAStrangerPutIntoTheCaseBreaksNoWindow(FxRobot robot) throws IOException {
        String hostile = "theme=dark\ninspector.width=1e308\nwindow.scale=0\ndialogs.panes=-1\n"
                + "dialogs.columns=x=1\nrecent=/etc/passwd\ncases.recent=/etc/shadow\n";
        try (CaseFile its = CaseFile.create(file, "office", OutputRules.NEW_FILES,
                new Author("stranger", "test", Clock.systemUTC()))) {
            its.attach(Attachment.Kind.LAYOUT, "layout.properties", hostile.getBytes(StandardCharsets.US_ASCII));
            its.attach(Attachment.Kind.SETTINGS, "settings.properties", new byte[200_000]);
        }
        // another program has it open
        try (CaseFile _ = CaseFile.open(file, new Author("other", "test", Clock.systemUTC()))) {
            openElsewhere(robot, "other");
            assertTrue(words(robot, "#case-obstacle").startsWith("Read-only"));
            command("casefile.settings.keep");
            waitUntil(() -> isNoted("read-only"));
            double width = window.workbench().look().inspectorWidthProperty().get();
            command("casefile.settings.use");
            waitUntil(() -> isNoted("are in use"));
            assertEquals(Theme.DARK, window.workbench().look().themeProperty().get());
            assertEquals(width, window.workbench().look().inspectorWidthProperty().get());
            assertEquals(Optional.empty(), window.settings().get("recent"));
            assertEquals(Optional.empty(), window.settings().get("window.scale"));
        }
    }

    @Test
    void anIncidentOfAnotherCaptureIsNamedByItsPlace(FxRobot robot) throws IOException {
        Path capture = window.sample("incident.pcap");
        try (CaseFile its = CaseFile.create(file, "office", OutputRules.NEW_FILES,
                new Author(ANALYST, "test", Clock.systemUTC()))) {
            Evidence evidence = its.addEvidence(capture, RunMonitor.NONE);
            its.decide(Subject.incident("0123456789abcdef"), Judgement.SAFE, "",
                    Optional.of(new Place(evidence.sha256(), 17, "")));
            its.decide(Subject.incident("f00"), Judgement.SAFE, "", Optional.empty());
        }
        window.run(() -> window.workbench().openPage("case"));
        window.desktop().willChoose(file);
        command("casefile.open");
        TableView<?> verdicts = robot.lookup("#case-verdicts").queryAs(TableView.class);
        waitUntil(() -> verdicts.getItems().size() == 2);
        assertEquals(List.of("Incident at frame 17 of incident.pcap", "Incident f00"),
                List.of(verdicts.getColumns().get(1).getCellData(0), verdicts.getColumns().get(1).getCellData(1)));
    }

    @Test
    void theFirstVerdictSaysWhichCaseItBegan(FxRobot robot) throws IOException {
        window.open(window.sample("call.pcap"));
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(0))));
        command("workbench.command.verdict");
        Path folder = window.settings().directory().resolve("cases");
        assertTrue(words(robot, "#dialog-verdict #verdict-begun").isEmpty());
        choose(robot, "#dialog-verdict", Judgement.SAFE);
        waitUntil(() -> words(robot, "#dialog-verdict #verdict-begun").equals("Begun: case call in " + folder));
        window.checkLegible("verdict-begun");
        choose(robot, "#dialog-verdict", Judgement.ANOMALOUS);
        waitUntil(() -> words(robot, "#dialog-verdict #verdict-begun").isEmpty());
    }

    @Test
    void verdictsAboutIncidentsAndDialogs(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        waitUntil(() -> window.workbench().isAtRest());
        Investigation found = window.workbench().session().foundProperty().get().orElseThrow();
        String id = found.incidents().getFirst().id();
        window.run(() -> window.workbench().openPage("case"));
        begin(robot);
        window.run(() -> {
            window.workbench().openPage("overview");
            window.workbench().page(OverviewPage.class).goTo(id);
        });
        window.run(() -> robot.lookup("#incident #verdict-note").queryAs(TextField.class).setText("calls paid for"));
        assertEquals(List.of("False alarm", "Misconfiguration", "Artefact of the capture", "Suspicious",
                "Attack confirmed, low", "Attack confirmed, medium", "Attack confirmed, high",
                "Attack confirmed, critical", "Needs more"), offered(robot, "#incident"));
        choose(robot, "#incident", Judgement.ATTACK_HIGH);
        waitUntil(() -> standing().size() == 1);
        Verdict about = standing().getFirst();
        assertEquals(Subject.incident(id), about.subject());
        assertEquals("calls paid for", about.note());
        window.checkLegible("incident-verdict");
        window.run(() -> window.workbench().page(OverviewPage.class).goTo(""));
        waitUntil(() -> words(robot, "#incident-verdict-1").equals("Verdict: Attack confirmed, high"));
        window.checkLegible("incident-card-verdict");

        mark(robot, 3, KeyCode.DIGIT1);
        command("workbench.command.verdict");
        assertEquals("safe", offered(robot, "#dialog-verdict").getFirst());
        choose(robot, "#dialog-verdict", Judgement.SAFE);
        waitUntil(() -> standing().size() == 2);
        assertEquals(Subject.dialog(found.index().dialogs().callId(3)), standing().getLast().subject());
        window.checkLegible("dialog-verdict");
        window.run(() -> robot.lookup("#dialog-verdict #verdict-record").query().requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#dialog-verdict").tryQuery().isEmpty());

        window.run(() -> window.workbench().openPage("case"));
        TableView<?> verdicts = robot.lookup("#case-verdicts").queryAs(TableView.class);
        waitUntil(() -> verdicts.getItems().size() == 2);
        assertEquals(List.of("Attack confirmed, high", "safe"), List.of(verdicts.getColumns().getFirst().getCellData(0),
                verdicts.getColumns().getFirst().getCellData(1)));
        String title = found.incidents().getFirst().title().text();
        TableColumn<?, ?> subjects = verdicts.getColumns().get(1);
        assertEquals("Incident: " + title, subjects.getCellData(0));
        window.checkLegible("case-of-incident");
        window.run(() -> window.workbench().selection().set(Selection.NONE));
        window.run(() -> {
            verdicts.getSelectionModel().select(1);
            verdicts.requestFocus();
        });
        robot.push(KeyCode.ENTER);
        waitUntil(() -> window.workbench().selection().get().dialogs().equals(List.of(3)));
    }

    @Test
    void casesStayApart(FxRobot robot) throws IOException {
        window.open(window.sample("call.pcap"));
        window.run(() -> window.workbench().openPage("case"));
        begin(robot);
        mark(robot, 0, KeyCode.DIGIT2);
        waitUntil(() -> noted().byCallId().size() == 1);
        Path damaged = Files.writeString(directory.resolve("damaged.case"), "no case at all");
        window.desktop().willChoose(damaged);
        command("casefile.open");
        waitUntil(() -> words(robot, "#case-problem").contains("damaged.case"));
        assertEquals("office", words(robot, "#case-name"));
        mark(robot, 0, KeyCode.DIGIT3); // still goes into the case that is shown
        waitUntil(() -> noted().byCallId().values().iterator().next().mark().equals(Optional.of(NoteMark.C)));
        Path first = file;
        file = directory.resolve("other.case");
        window.desktop().willChoose(file);
        command("casefile.new");
        waitUntil(() -> words(robot, "#case-name").equals("other"));
        waitUntil(() -> window.workbench().notes().isEmpty());
        assertTrue(noted().isEmpty(), "notes of one case are none of another");
        window.desktop().willChoose(first);
        command("casefile.open");
        waitUntil(() -> window.workbench().notes().byCallId().size() == 1);
        assertTrue(noted().isEmpty());
    }

    @Test
    void aBookmarkLeadsBackToItsMessage(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        window.run(() -> window.workbench().openPage("case"));
        begin(robot);
        window.run(() -> window.workbench()
                .selection()
                .set(Selection.NONE.withDialogs(List.of(3)).withMessages(List.of(30))));
        robot.push(KeyCode.CONTROL, KeyCode.D);
        waitUntil(() -> robot.lookup("#bookmark-text").tryQuery().isPresent());
        window.checkLegible("bookmark");
        window.run(() -> robot.lookup("#bookmark-text").queryAs(TextField.class).setText("first try"));
        window.run(() -> robot.lookup("#bookmark-save").queryAs(Button.class).fire());
        waitUntil(() -> read(CaseFile::bookmarks).size() == 1);
        assertEquals("first try", read(CaseFile::bookmarks).getFirst().text());
        window.run(() -> window.workbench().selection().set(Selection.NONE));
        window.run(() -> window.workbench().openPage("case"));
        window.run(() -> robot.lookup("#case-tabs").queryAs(TabPane.class).getSelectionModel().select(2));
        TableView<?> bookmarks = robot.lookup("#case-bookmarks").queryAs(TableView.class);
        waitUntil(() -> bookmarks.getItems().size() == 1);
        window.run(() -> {
            bookmarks.getSelectionModel().select(0);
            bookmarks.requestFocus();
        });
        robot.push(KeyCode.ENTER);
        waitUntil(() -> window.workbench().selection().get().messages().equals(List.of(30)));
        window.run(() -> window.workbench().openPage("case"));
        window.run(() -> {
            bookmarks.getSelectionModel().select(0);
            bookmarks.getContextMenu().getItems().getLast().fire();
        });
        waitUntil(() -> read(CaseFile::bookmarks).isEmpty());
    }

    @Test
    void theSelectionSurvivesWhatIsSaved(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        window.run(() -> window.workbench().openPage("case"));
        begin(robot);
        mark(robot, 3, KeyCode.DIGIT1);
        TableView<?> notes = notesTable(robot);
        waitUntil(() -> notes.getItems().size() == 1);
        window.run(() -> notes.getSelectionModel().select(0));
        String callId = selectedCallId(notes);
        mark(robot, 3, KeyCode.DIGIT2); // its row changes
        waitUntil(() -> "B".equals(notes.getColumns().getFirst().getCellData(0)));
        assertEquals(callId, selectedCallId(notes));
        for (int dialog : new int[]{0, 1, 2, 4, 5}) { // rows come before and after it
            mark(robot, dialog, KeyCode.DIGIT3);
        }
        waitUntil(() -> notes.getItems().size() == 6);
        assertEquals(callId, selectedCallId(notes));
    }

    private TableView<?> notesTable(FxRobot robot) {
        window.run(() -> window.workbench().openPage("case"));
        window.run(() -> robot.lookup("#case-tabs").queryAs(TabPane.class).getSelectionModel().select(1));
        return robot.lookup("#case-notes").queryAs(TableView.class);
    }

    private static String selectedCallId(TableView<?> notes) {
        int row = notes.getSelectionModel().getSelectedIndex();
        return row < 0 ? "" : String.valueOf(notes.getColumns().get(3).getCellData(row));
    }

    /// The hash of the model with which a method looked; empty while it looks.
    private String modelOf(String method) {
        return window.workbench()
                .session()
                .stateProperty()
                .get()
                .detections()
                .stream()
                .map(Detection::origin)
                .filter(origin -> origin.detector().equals(method))
                .map(origin -> origin.model().sha256())
                .findFirst()
                .orElse("");
    }

    private List<Verdict> standing() throws IOException {
        return read(CaseFile::verdicts).standing();
    }

    /// The verdicts in the menu of a page.
    private static List<String> offered(FxRobot robot, String page) {
        return robot.lookup(page + " #verdict-record")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .map(MenuItem::getText)
                .toList();
    }

    private void choose(FxRobot robot, String page, Judgement judgement) {
        window.run(() -> robot.lookup(page + " #verdict-record")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(item -> item.getId().equals("verdict-" + judgement.word()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void filtersAndFilesGoIntoTheCaseAndItIsOfferedAgain(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        window.run(() -> window.workbench().openPage("case"));
        begin(robot);
        window.run(() -> {
            try {
                window.workbench().filter().apply("sip.Method == \"REGISTER\"");
            } catch (FilterSyntaxException wrong) {
                throw new AssertionError(wrong);
            }
        });
        command("filter.command.save");
        window.run(() -> robot.lookup("#filter-name").queryAs(TextField.class).setText("registrations"));
        robot.push(KeyCode.ENTER);
        waitUntil(() -> "sip.Method == \"REGISTER\"".equals(read(CaseFile::filters).get("registrations")));
        Path rates = Files.writeString(directory.resolve("rates.csv"), "prefix,rate\n+49,0.1\n");
        window.desktop().willChoose(rates);
        window.run(() -> robot.lookup("#case-attach")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(item -> item.getId().equals("case-attach-rates"))
                .findFirst()
                .orElseThrow()
                .fire());
        waitUntil(() -> read(CaseFile::attachments).size() == 1);
        assertEquals(Attachment.Kind.RATES, read(CaseFile::attachments).getFirst().kind());
        window.run(() -> robot.lookup("#case-tabs").queryAs(TabPane.class).getSelectionModel().select(4));
        window.checkLegible("case-files");
        TableView<?> files = robot.lookup("#case-files").queryAs(TableView.class);
        Path copy = directory.resolve("copy.csv");
        window.desktop().willChoose(copy);
        window.run(() -> {
            files.getSelectionModel().select(0);
            files.requestFocus();
        });
        robot.push(KeyCode.ENTER);
        waitUntil(() -> Files.exists(copy));
        assertEquals(Files.readString(rates), Files.readString(copy));
        waitUntil(() -> window.workbench().isAtRest());
        String rules = modelOf("rules");
        window.run(() -> files.getContextMenu()
                .getItems()
                .stream()
                .filter(item -> "case-use-model".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        assertFalse(rules.isEmpty());
        waitUntil(() -> !List.of(rules, "").contains(modelOf("rules")));
        command("casefile.close");
        waitUntil(() -> words(robot, "#case-name").equals("No case is open"));
        MenuButton open = robot.lookup("#case-open").queryAs(MenuButton.class);
        window.run(open::show);
        assertTrue(
                open.getItems().stream().anyMatch(item -> item.getText() != null && item.getText().contains("office")));
        window.run(() -> open.getItems().getLast().fire());
        waitUntil(() -> words(robot, "#case-name").equals("office"));
        assertFalse(read(CaseFile::evidence).isEmpty());
    }
}
