package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.CasePackage;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.live.PacketSources.Obstacle;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.casefile.CasePage;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.ui.Theme;
import org.sipsleuth.view.ui.command.Command;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The first page: three ways to begin, what was opened last, the samples, and what stands at the
/// side.
@ExtendWith(ApplicationExtension.class)
class StartPageTest {

    private static final Obstacle OBSTACLE =
            new Obstacle("Live capture needs a right. This grants it", "sudo grant $(it)");

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory, new FakeNetwork(Optional.of(OBSTACLE)));
        window.staysOnOverview();
        window.show(stage);
    }

    /// Opens another window with the same settings, in place of the first.
    private Stage again() {
        Stage[] other = new Stage[1];
        window.run(() -> window.stage().hide());
        window.run(() -> {
            other[0] = new Stage();
            window.show(other[0]);
        });
        return other[0];
    }

    private static List<String> names(FxRobot robot) {
        return robot.lookup(".recent-row .hyperlink")
                .queryAllAs(Hyperlink.class)
                .stream()
                .map(Hyperlink::getText)
                .toList();
    }

    private static List<Node> crosses(FxRobot robot) {
        return List.copyOf(robot.lookup(".recent-row .button").queryAll());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup((Label label) -> label.getText().equals(words)).tryQuery().isPresent();
    }

    private Path calls(String name) throws IOException {
        Path file = window.path(name);
        Files.createDirectories(file.getParent());
        try (CaptureFile capture = new CaptureFile(file)) {
            capture.call("call@test");
        }
        return file;
    }

    private Path office() throws IOException {
        Path file = window.path("office.case");
        CaseFile.create(file, "office", OutputRules.NEW_FILES, new Author("ana", "test", Clock.systemUTC())).close();
        return file;
    }

    private Path caseOf(Path... captures) throws IOException {
        Path file = office();
        try (CaseFile office = CaseFile.open(file, new Author("ana", "test", Clock.systemUTC()))) {
            for (Path capture : captures) {
                office.addEvidence(capture, RunMonitor.NONE);
            }
        }
        return file;
    }

    private List<Path> openCaptures() {
        return window.state()
                .index()
                .stream()
                .flatMap(index -> index.files().stream())
                .map(CaptureSummary::path)
                .toList();
    }

    private void openCase(Path file) {
        window.run(() -> window.workbench().captures().openCase(file));
        waitUntil(() -> openCase().isPresent());
    }

    private Optional<OpenCase> openCase() {
        return window.workbench().cases().openProperty().get();
    }

    private void drop(Path... files) {
        window.run(() -> new FileDrop(window.workbench().root(), List.of(files)).perform());
    }

    @Test
    void atTheFirstStartNothingWasOpenedAndNoCaseIsThere(FxRobot robot) {
        assertTrue(says(robot, "Nothing opened yet"));
        assertFalse(robot.lookup("#clearRecent").query().isVisible());
        assertTrue(robot.lookup("#continueCase").query().isDisabled());
        assertTrue(words(robot, "#caseWords").startsWith("No case yet."));
        window.checkLegible("start-first");
    }

    @Test
    void onlyOneButtonIsThePrimaryOne(FxRobot robot) {
        List<Button> primary = robot.lookup(".start .button")
                .queryAllAs(Button.class)
                .stream()
                .filter(Button::isDefaultButton)
                .toList();
        assertEquals(List.of("openCapture"), primary.stream().map(Button::getId).toList());
    }

    @Test
    void theTilesShowTheKeysOfTheTable(FxRobot robot) {
        for (String command : List.of("open", "sample", "case")) {
            String keys = window.workbench()
                    .commandGroups()
                    .stream()
                    .flatMap(group -> group.commands().stream())
                    .filter(each -> each.textKey().equals("workbench.key." + command))
                    .map(Command::keyText)
                    .findFirst()
                    .orElseThrow();
            assertEquals(keys, words(robot, "#" + command + "Keys"));
        }
    }

    @Test
    void aClickOnTheSampleLeadsToItsParagraphAndIsTimed(FxRobot robot) {
        assertEquals(-1, window.workbench().firstAnswer().millisProperty().get());
        robot.clickOn("#openSample");
        waitUntil(() -> window.workbench().firstAnswer().millisProperty().get() >= 0);
        Node story = robot.lookup("#overview-story .story").query();
        assertTrue(story.getLayoutBounds().getHeight() > 0);
        assertTrue(words(robot, "#overview-headline").contains("toll fraud"), words(robot, "#overview-headline"));
        assertTrue(robot.lookup("Succeeded").tryQuery().isPresent(), "the outcome");
    }

    @Test
    void theKeyOfTheSampleOpensItToo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals("incident.pcap – SipSleuth", window.stage().getTitle());
    }

    @Test
    void aClickBesideTheButtonOfATileDoesTheSame(FxRobot robot) {
        robot.clickOn("#sampleWords");
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals("incident.pcap – SipSleuth", window.stage().getTitle());
    }

    @Test
    void whatIsOpenedAfterASampleIsNotTimed(FxRobot robot) throws IOException {
        robot.clickOn("#openSample");
        waitUntil(() -> window.workbench().firstAnswer().millisProperty().get() >= 0);
        window.open(window.sample("scan.pcap"));
        waitUntil(() -> window.workbench().isAtRest());
        assertEquals(-1, window.workbench().firstAnswer().millisProperty().get());
    }

    @Test
    void capturesOpenedTogetherAreOneEntryWithTimeAndSize(FxRobot robot) throws IOException {
        window.open(window.sample("forked.pcap"), window.sample("busy.pcap"));
        long bytes = Files.size(window.sample("forked.pcap")) + Files.size(window.sample("busy.pcap"));
        Stage other = again();
        assertEquals(List.of("forked.pcap and 1 more"), names(robot));
        waitUntil(() -> says(robot, HumanText.size(bytes)));
        assertTrue(robot.lookup((Label label) -> label.getText().startsWith("today ")).tryQuery().isPresent());
        window.run(other::hide);
    }

    @Test
    void aMissingFileStaysListedAndSaysSo(FxRobot robot) throws IOException {
        Path file = calls("gone.pcap");
        window.open(file);
        Files.delete(file);
        Stage other = again();
        waitUntil(() -> says(robot, "file not found"));
        assertEquals(List.of("gone.pcap"), names(robot));
        window.checkLegible("start-missing");
        robot.clickOn("gone.pcap");
        waitUntil(() -> window.state() instanceof Failed);
        assertTrue(says(robot, "gone.pcap not found"));
        robot.clickOn("Back to the start");
        assertEquals(List.of("gone.pcap"), names(robot));
        window.run(other::hide);
    }

    @Test
    void anEntryIsRemovedAndTheListCleared(FxRobot robot) throws IOException {
        Path kept = calls("kept.pcap");
        for (String name : List.of("one.pcap", "two.pcap")) {
            window.open(calls(name));
        }
        window.open(kept);
        openCase(office());
        Stage other = again();
        assertEquals(List.of("office", "kept.pcap", "two.pcap", "one.pcap"), names(robot));
        robot.clickOn(crosses(robot).get(2));
        assertEquals(List.of("office", "kept.pcap", "one.pcap"), names(robot));
        assertEquals("one.pcap", ((Hyperlink) other.getScene().getFocusOwner()).getText());
        robot.clickOn("#clearRecent");
        assertTrue(says(robot, "Nothing opened yet"));
        assertTrue(robot.lookup("#continueCase").query().isDisabled());
        assertEquals("openCapture", other.getScene().getFocusOwner().getId());
        assertTrue(Files.exists(kept));
        window.run(other::hide);
    }

    @Test
    void namesAreShownAsTheyAreAndControlCharactersVisibly(FxRobot robot) throws IOException {
        window.open(calls("a_b & c.pcap"));
        window.open(calls("line\nend\u001b[31m.pcap"));
        window.open(calls("n".repeat(200) + ".pcap"));
        Stage other = again();
        List<String> names = names(robot);
        assertEquals(List.of("line\\nend\\x1b[31m.pcap", "a_b & c.pcap"), names.subList(1, 3));
        Node longest = robot.lookup(".recent-row").query();
        Node list = robot.lookup("#recentList").query();
        assertTrue(longest.getLayoutBounds().getWidth() <= list.getLayoutBounds().getWidth() + 1,
                "no wider than the list");
        window.checkLegible("start-names");
        window.run(other::hide);
    }

    @Test
    void theLastCaseIsNamedAndContinues(FxRobot robot) throws IOException {
        openCase(office());
        Stage other = again();
        waitUntil(() -> words(robot, "#caseWords").startsWith("office, saved today "));
        robot.clickOn("#continueCase");
        waitUntil(() -> openCase().filter(its -> its.file().equals(window.path("office.case"))).isPresent());
        assertTrue(robot.lookup("#rail-case").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("#rail-overview");
        assertEquals("office is open.", words(robot, "#caseWords"));
        assertEquals("Show the case", words(robot, "#continueCase"));
        window.run(other::hide);
    }

    @Test
    void aCaseThatIsGoneCannotBeContinued(FxRobot robot) throws IOException {
        Path file = office();
        openCase(file);
        window.run(() -> window.stage().hide());
        Files.delete(file);
        Stage other = again();
        waitUntil(() -> words(robot, "#caseWords").equals("office: file not found."));
        assertTrue(robot.lookup("#continueCase").query().isDisabled());
        window.run(other::hide);
    }

    @Test
    void theKeyOfTheCaseContinuesTheLastOne(FxRobot robot) throws IOException {
        openCase(office());
        Stage other = again();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        waitUntil(() -> openCase().isPresent());
        window.run(other::hide);
    }

    @Test
    void whileFilesAreDraggedTheWindowSaysWhatDroppingDoes(FxRobot robot) throws IOException {
        List<Path> files = List.of(calls("a.pcap"), calls("b.pcapng"), calls("c.pcap"));
        window.run(() -> new FileDrop(window.workbench().root(), files).enter());
        assertEquals("Open 3 captures", words(robot, "#drop-words"));
        assertTrue(robot.lookup(".drop-frame").query().isVisible());
        window.checkLegible("start-dropping");
        window.run(() -> new FileDrop(window.workbench().root(), files).leave());
        assertFalse(robot.lookup(".drop-frame").query().isVisible());
        assertFalse(robot.lookup("#drop-words").query().isVisible());
    }

    @Test
    void aDroppedFolderOpensTheCapturesInIt() throws IOException {
        Path folder = window.path("evidence");
        calls("evidence/a.pcap");
        calls("evidence/below/b.pcap");
        Files.writeString(folder.resolve("notes.txt"), "no capture");
        drop(folder);
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(2, assertInstanceOf(Shown.class, window.state()).shown().files().size());
    }

    @Test
    void aDroppedFolderWithoutCapturesIsRefusedWithASentence(FxRobot robot) throws IOException {
        drop(Files.createDirectories(window.path("empty")));
        waitUntil(() -> window.state() instanceof Failed);
        assertTrue(says(robot, "No capture in empty"));
    }

    @Test
    void aDroppedCaseIsOpened(FxRobot robot) throws IOException {
        drop(office());
        waitUntil(() -> openCase().isPresent());
        assertEquals(CasePage.ID, window.workbench().shownPage());
    }

    @Test
    void aCaseThatIsChosenAmongCapturesIsOpened(FxRobot robot) throws IOException {
        window.desktop().willChoose(office());
        robot.push(KeyCode.CONTROL, KeyCode.O);
        waitUntil(() -> openCase().isPresent());
        assertEquals(CasePage.ID, window.workbench().shownPage());
    }

    @Test
    void aCaseThatIsNamedAtTheStartIsOpenedWithItsCaptures() throws IOException {
        Path capture = calls("a.pcap");
        Path file = caseOf(capture);
        window.run(() -> WorkbenchApplication.begin(window.workbench(), List.of("open", "0", file.toString())));
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(Optional.of(file), openCase().map(OpenCase::file));
        assertEquals(List.of(capture), openCaptures());
    }

    @Test
    void aDroppedPackedCaseAsksForItsFolderAndIsUnpacked(FxRobot robot) throws IOException {
        Path capture = calls("a.pcap");
        Path zip = window.path("office.zip");
        try (CaseFile office = CaseFile.open(caseOf(capture), new Author("ana", "test", Clock.systemUTC()))) {
            CasePackage.write(office, office.evidence(), List.of(), OutputFile.at(zip, OutputRules.NEW_FILES),
                    RunMonitor.NONE);
        }
        Files.delete(capture);
        Path folder = window.path("unpacked");
        window.desktop().willSaveTo(folder);
        drop(zip);
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(List.of(folder.resolve("captures")), openCaptures().stream().map(Path::getParent).toList());
        assertEquals(Optional.of(folder.resolve("case.case")), openCase().map(OpenCase::file));
        assertEquals(CasePage.ID, window.workbench().shownPage());
    }

    @Test
    void aCaseThatIsDroppedAfterAFailureReplacesItsPage(FxRobot robot) throws IOException {
        drop(window.file("text.pcap", new byte[100]));
        waitUntil(() -> window.state() instanceof Failed);
        drop(office());
        waitUntil(() -> says(robot, "office"));
    }

    @Test
    void theCapturesOfACaseAreOpenedWithItAndItsPageStays(FxRobot robot) throws IOException {
        List<Path> captures = List.of(calls("a.pcap"), window.sample("busy.pcap"));
        openCase(caseOf(captures.toArray(Path[]::new)));
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(Set.copyOf(captures), Set.copyOf(openCaptures()));
        assertEquals(CasePage.ID, window.workbench().shownPage());
        waitUntil(() -> openCase().filter(open -> open.held().size() == captures.size()).isPresent());
    }

    @Test
    void capturesOfACaseThatAreNotAsTheyWereAreNamedAndNotOpened(FxRobot robot) throws IOException {
        Path same = calls("same.pcap");
        Path gone = window.sample("busy.pcap");
        Path changed = window.sample("forked.pcap");
        Path file = caseOf(same, gone, changed);
        Files.delete(gone);
        byte[] bytes = Files.readAllBytes(changed);
        bytes[bytes.length - 1]++;
        Files.write(changed, bytes);
        openCase(file);
        waitUntil(() -> says(robot, "2 captures of the case are not opened"));
        assertTrue(says(robot, "busy.pcap is neither at " + gone + " nor near the case."));
        assertTrue(says(robot, "forked.pcap has other bytes than those that were added to the case."));
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(List.of(same), openCaptures());
        window.checkLegible("start-case-lost");
    }

    @Test
    void anOpenCaptureStaysWhenACaseIsOpened() throws IOException {
        Path open = window.sample("busy.pcap");
        Path file = caseOf(calls("a.pcap"));
        window.open(open);
        openCase(file);
        waitUntil(() -> window.workbench().isAtRest());
        assertEquals(List.of(open), openCaptures());
    }

    @Test
    void aCaseThatIsGoneIsReportedInOneSentence(FxRobot robot) throws IOException {
        Path file = office();
        openCase(file);
        window.run(() -> window.stage().hide());
        Files.delete(file);
        Stage other = again();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        waitUntil(() -> !words(robot, "#case-problem").isEmpty());
        assertEquals(file + ": no such file", words(robot, "#case-problem"));
        window.run(other::hide);
    }

    @Test
    void theCommandThatGrantsTheRightIsShownAndCopied(FxRobot robot) {
        waitUntil(() -> words(robot, "#live-rights-command").equals(OBSTACLE.command()));
        assertEquals(OBSTACLE.what() + ":", words(robot, "#live-rights-state"));
        robot.clickOn("#live-rights-copy");
        AtomicReference<String> copied = new AtomicReference<>("");
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertEquals(OBSTACLE.command(), copied.get());
    }

    @Test
    void theLabsAreThoseOfTheDocumentAndOpenTheirSamples(FxRobot robot) throws IOException {
        String teaching = Files.readString(Path.of("../docs/TEACHING.md"));
        for (String id : List.of("#incidentLab", "#droppedLab")) {
            String name = words(robot, id).replaceFirst(" \\(.*", "");
            assertTrue(teaching.contains("\n## " + name + "\n"), name);
        }
        robot.clickOn("#droppedLab");
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals("dropped.pcap – SipSleuth", window.stage().getTitle());
    }

    @Test
    void theKeyboardReachesTilesThenListsThenTheSide(FxRobot robot) throws IOException {
        window.open(calls("one.pcap"));
        openCase(office());
        Stage other = again();
        robot.interact(() -> robot.lookup("#openCapture").query().requestFocus());
        List<String> reached = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
            Node owner = other.getScene().getFocusOwner();
            reached.add(Stream.of(owner.getId(), owner instanceof Hyperlink link ? link.getText() : null)
                    .filter(name -> name != null)
                    .findFirst()
                    .orElse(""));
            robot.push(KeyCode.TAB);
            waitUntil(() -> !owner.equals(other.getScene().getFocusOwner()));
        }
        List<String> expected = List.of("openCapture", "openSample", "continueCase", "clearRecent", "office",
                "one.pcap", "An incident", "incidentLab", "droppedLab", "live-rights-copy", "openWithKeys");
        assertEquals(expected, reached.stream().filter(expected::contains).distinct().toList());
        robot.interact(() -> robot.lookup("one.pcap").query().requestFocus());
        robot.push(KeyCode.ENTER);
        waitUntil(() -> window.state() instanceof Shown);
        window.run(other::hide);
    }

    @Test
    void nothingIsCutInLargeTypeOrOnALargeScreen(FxRobot robot) {
        for (int step = 0; step < 5; step++) {
            Node column = robot.lookup(".start-column").query();
            Node page = robot.lookup("#start-scroll").query();
            assertTrue(column.getLayoutBounds().getWidth() <= page.getLayoutBounds().getWidth(), "step " + step);
            for (Node tile : robot.lookup(".tile").queryAll()) {
                assertTrue(tile.getBoundsInParent().getMaxX() <= column.getLayoutBounds().getWidth(), "step " + step);
            }
            robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS);
        }
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        window.checkLegible("start-4k", Theme.DARK, 3840, 2160);
    }
}
