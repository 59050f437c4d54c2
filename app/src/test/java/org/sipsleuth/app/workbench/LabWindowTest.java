package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.question.Answer;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.recipe.LabMaker;
import org.sipsleuth.lab.recipe.Recipes;
import org.sipsleuth.lab.score.TruthText;
import org.sipsleuth.lab.session.LabSession;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.lab.LabsPage;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A lab in the window from its start to its score.
@ExtendWith(ApplicationExtension.class)
class LabWindowTest {

    private static final String LAB = "why-did-it-drop";
    private static final long SEED = 4711;

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private void begin(FxRobot robot) {
        window.run(() -> window.workbench().openPage(LabsPage.ID));
        waitUntil(() -> isThere(robot, "#lab-start-" + LAB));
        window.run(() -> robot.lookup("#labs-seed").queryAs(TextField.class).setText(Long.toString(SEED)));
        window.checkLegible("labs-list", Theme.LIGHT, 1280, 720);
        window.run(() -> robot.lookup("#lab-start-" + LAB).queryAs(ButtonBase.class).fire());
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
    }

    private LabFolder lab() throws Exception {
        return LabFolder.open(window.settings().directory().resolve("labs").resolve(LAB + "-" + SEED));
    }

    private static boolean isThere(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(LabWindowTest::isShown).isPresent();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private void answer(FxRobot robot, String question, String text) {
        window.run(() -> {
            TextInputControl field = robot.lookup("#lab-answer-" + question).queryAs(TextInputControl.class);
            field.requestFocus();
            field.setText(text);
            if (field instanceof TextField line && line.getOnAction() != null) {
                line.getOnAction().handle(new javafx.event.ActionEvent());
            }
        });
    }

    private String saved(String question) throws Exception {
        LabFolder lab = lab();
        return LabSession.open(lab, lab.folder().resolve(HandIn.FILE), java.time.InstantSource.system())
                .answer(question);
    }

    private void handIn(FxRobot robot) {
        window.run(() -> robot.lookup("#lab-handin").queryAs(ButtonBase.class).fire());
        waitUntil(() -> isThere(robot, "#lab-handin-yes"));
        window.run(() -> robot.lookup("#lab-handin-yes").queryAs(ButtonBase.class).fire());
        waitUntil(() -> isThere(robot, "#lab-score-q1"));
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
    }

    @Test
    void aLabIsStartedAnsweredHandedInAndMarked(FxRobot robot) throws Exception {
        begin(robot);
        assertTrue(isThere(robot, "#lab-banner"));
        assertFalse(isThere(robot, "#lab-locked"), "a lab begins where it can be worked on");
        String facts = robot.lookup("#lab-banner-facts").queryLabeled().getText();
        assertTrue(facts.contains("hints") && facts.contains("ground truth"), facts);
        for (var entry : lab().key().orElseThrow().entries().entrySet()) {
            KeyEntry key = entry.getValue();
            if (!entry.getKey().equals("q3")) {
                answer(robot, entry.getKey(), TruthText.answer(key.truth()));
            }
        }
        window.checkLegible("labs-work", Theme.LIGHT, 1280, 720);
        window.checkLegible("labs-work-large", Theme.LIGHT, 1440, 900);
        handIn(robot);
        assertFalse(isThere(robot, "#lab-banner"));
        assertTrue(texts(robot, "#lab-score-q1").contains("right"), texts(robot, "#lab-score-q1"));
        assertTrue(texts(robot, "#lab-score-q3").contains("wrong"), texts(robot, "#lab-score-q3"));
        assertTrue(texts(robot, "#lab-score-q6").contains("teacher"), texts(robot, "#lab-score-q6"));
        assertFalse(isThere(robot, "#lab-marks-q1"), "a value has no parts");
        String missed = texts(robot, "#lab-marks-q3");
        assertTrue(missed.contains("missed: 2") && !missed.contains("too much"), missed);
        assertTrue(texts(robot, "#lab-marks-q4").contains("right: "), texts(robot, "#lab-marks-q4"));
        window.checkLegible("labs-result", Theme.LIGHT, 1440, 900);
        window.run(() -> robot.from(robot.lookup("#lab-marks-q4"))
                .lookup(".lab-chip")
                .queryAllAs(ButtonBase.class)
                .stream()
                .filter(chip -> chip.getText().startsWith("All "))
                .findFirst()
                .orElseThrow()
                .fire());
        var index = window.state().index().orElseThrow();
        assertEquals(framesOf("q4"),
                window.workbench()
                        .selection()
                        .get()
                        .messages()
                        .stream()
                        .map(index.messages()::frame)
                        .collect(Collectors.toCollection(TreeSet::new)));
        window.run(
                () -> robot.from(robot.lookup("#lab-marks-q3")).lookup(".lab-chip").queryAs(ButtonBase.class).fire());
        String host = ((Truth.Members) lab().key().orElseThrow().of("q3").orElseThrow().truth()).names()
                .stream()
                .findFirst()
                .orElseThrow();
        assertEquals("ip.addr == " + host, window.workbench().filter().textProperty().get());
        window.run(() -> robot.from(robot.lookup("#lab-evidence-q4"))
                .lookup(".lab-chip")
                .queryAs(ButtonBase.class)
                .fire());
        int frame = window.workbench().selection().get().messages().getLast();
        assertEquals(lab().key().orElseThrow().of("q4").orElseThrow().evidence().getFirst(),
                window.state().index().orElseThrow().messages().frame(frame));
    }

    private SortedSet<Integer> framesOf(String question) throws Exception {
        return ((Truth.Frames) lab().key().orElseThrow().of(question).orElseThrow().truth()).numbers();
    }

    @Test
    void aMissedTimeRangeIsChosenOnTheStrip(FxRobot robot) throws Exception {
        Path folder = directory.resolve("guessing");
        LabFolder made = LabMaker.practice(Recipes.named("guess-and-use").orElseThrow(), SEED, folder, RunMonitor.NONE);
        Truth.Span span = (Truth.Span) made.key().orElseThrow().of("q4").orElseThrow().truth();
        window.run(() -> window.workbench().captures().open(List.of(folder.resolve("capture.pcap"))));
        waitUntil(() -> isThere(robot, "#lab-handin"));
        handIn(robot);
        window.run(
                () -> robot.from(robot.lookup("#lab-marks-q4")).lookup(".lab-chip").queryAs(ButtonBase.class).fire());
        Selection.TimeRange chosen = window.workbench().selection().get().time().orElseThrow();
        assertEquals(span.from(), Instant.ofEpochSecond(0, chosen.fromNanos()));
        assertEquals(span.to(), Instant.ofEpochSecond(0, chosen.toNanos()));
    }

    /// The right range and the answer stand on the strip once a lab is handed in, and not before.
    @Test
    void theRightRangeAndTheAnswerAreBandsOfTheStripAfterHandingIn(FxRobot robot) throws Exception {
        Path folder = directory.resolve("scan");
        LabFolder made =
                LabMaker.practice(Recipes.named("scan-or-monitoring").orElseThrow(), SEED, folder, RunMonitor.NONE);
        Truth.Span span = (Truth.Span) made.key().orElseThrow().of("q5").orElseThrow().truth();
        Instant late = span.from().plusSeconds(10);
        window.run(() -> window.workbench().captures().open(List.of(folder.resolve("capture.pcap"))));
        waitUntil(() -> isThere(robot, "#lab-handin") && window.workbench().isAtRest());
        answer(robot, "q5", AnswerText.write(new Answer.Span(late, span.to())));
        window.pause();
        assertFalse(shown().contains("Right range"), "nothing leaks before");
        assertFalse(isThere(robot, "#strip-band"), "no band before");
        handIn(robot);
        waitUntil(() -> isThere(robot, "#strip-band") && window.workbench().isAtRest());
        window.pause();
        List<String> ranges = bands(robot).stream().filter(tip -> !tip.contains("incident")).toList();
        assertEquals(2, ranges.size(), ranges.toString());
        assertTrue(ranges.getFirst().startsWith("Right range: Time of the scan, " + clock(span.from())),
                ranges.toString());
        assertTrue(ranges.getLast().startsWith("Your answer: Time of the scan, " + clock(late)), ranges.toString());
        window.checkLegible("labs-range-bands", Theme.LIGHT, 1440, 900);
        window.run(() -> choose(robot, "Right range"));
        assertEquals(span.from(),
                Instant.ofEpochSecond(0, window.workbench().selection().get().time().orElseThrow().fromNanos()));
        window.run(() -> choose(robot, "Your answer"));
        assertEquals(late,
                Instant.ofEpochSecond(0, window.workbench().selection().get().time().orElseThrow().fromNanos()));
        Path other = Files.createDirectory(directory.resolve("copy")).resolve("other.pcap");
        Files.copy(folder.resolve("capture.pcap"), other);
        window.run(() -> window.workbench().captures().open(List.of(other)));
        waitUntil(() -> !isThere(robot, "#lab-panel") && window.workbench().isAtRest());
        assertTrue(bands(robot).stream().noneMatch(tip -> tip.startsWith("Right range")), "of another capture");
    }

    private static String clock(Instant time) {
        return time.toString().substring(11, 19);
    }

    private String shown() {
        return ShownTexts.of(window.workbench().root()).whole().toString();
    }

    /// What the bands of the strip are, as the arrow keys go through them.
    private List<String> bands(FxRobot robot) {
        List<String> tips = new ArrayList<>();
        window.run(() -> {
            Node band = robot.lookup("#strip-band").query();
            press(band, KeyCode.HOME);
            while (band.isVisible() && !tips.contains(band.getAccessibleText())) {
                tips.add(band.getAccessibleText());
                press(band, KeyCode.RIGHT);
            }
        });
        return tips;
    }

    private static void choose(FxRobot robot, String begins) {
        Node band = robot.lookup("#strip-band").query();
        press(band, KeyCode.HOME);
        for (int i = 0; i < 100 && !band.getAccessibleText().startsWith(begins); i++) {
            press(band, KeyCode.RIGHT);
        }
        press(band, KeyCode.SPACE);
    }

    private static void press(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    @Test
    void theFilterOfALabGoesWhenAnotherOpensAndItsCountStandsBesideIt(FxRobot robot) throws Exception {
        begin(robot);
        window.run(() -> {
            try {
                window.workbench().filter().apply("sip.Method == \"INVITE\"");
            } catch (FilterSyntaxException wrong) {
                throw new IllegalStateException(wrong);
            }
        });
        waitUntil(() -> window.workbench().filter().filteredProperty().get().isPresent());
        var found = window.workbench().filter().filteredProperty().get().orElseThrow().found();
        String count = "%d messages, %d dialogs".formatted(found.size(), found.dialogCount());
        assertEquals(count, robot.lookup("#filter-count").queryLabeled().getText());
        answer(robot, "q2", "sip.Method == \"INVITE\"");
        Path other = directory.resolve("other");
        LabMaker.practice(Recipes.named("guess-and-use").orElseThrow(), SEED, other, RunMonitor.NONE);
        window.run(() -> window.workbench().captures().open(List.of(other.resolve("capture.pcap"))));
        waitUntil(() -> texts(robot, "#lab-panel").contains("Guess and use") && window.workbench().isAtRest());
        assertEquals("", window.workbench().filter().textProperty().get());
        answer(robot, "q6", "sip.Method == \"REGISTER\"");
    }

    @Test
    void questionsThatArePresentedLeaveRoomForThePage(FxRobot robot) throws Exception {
        begin(robot);
        for (int[] size : new int[][]{{1280, 720}, {1920, 1080}}) {
            window.run(() -> {
                window.stage().setWidth(size[0]);
                window.stage().setHeight(size[1]);
                window.workbench().look().presentingProperty().set(true);
            });
            window.pause();
            window.run(() -> robot.lookup("#lab-fold").queryAs(ButtonBase.class).fire());
            window.pause();
            double end = onScreen(robot, "#lab-panel").getMaxX();
            Bounds list = onScreen(robot, "#dialogs-table");
            assertTrue(end <= list.getMinX() + 1, size[0] + ": the questions end at " + end + ", the list " + list);
            assertTrue(isShown(robot.lookup("#lab-question-q1").query()));
            window.run(() -> window.workbench().look().presentingProperty().set(false));
            window.pause();
        }
    }

    private static Bounds onScreen(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScreen(node.getLayoutBounds());
    }

    @Test
    void filesOfAZipThatTheLabDoesNotNameAreNamed(FxRobot robot) throws Exception {
        Path folder = directory.resolve("packed");
        LabMaker.practice(Recipes.named(LAB).orElseThrow(), SEED, folder, RunMonitor.NONE);
        Path zip = directory.resolve("given.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("lab.json", "capture.pcap", "notes.txt")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.equals("notes.txt") ? new byte[]{1} : Files.readAllBytes(folder.resolve(name)));
            }
        }
        window.run(() -> window.workbench().page(LabsPage.class).open(zip));
        waitUntil(() -> isThere(robot, "#lab-left-out"));
        assertTrue(texts(robot, "#lab-panel").contains("notes.txt"), texts(robot, "#lab-panel"));
    }

    @Test
    void damagedAnswersDoNotKeepTheCaptureFromOpening(FxRobot robot) throws Exception {
        Path folder = directory.resolve("damaged");
        LabMaker.practice(Recipes.named(LAB).orElseThrow(), SEED, folder, RunMonitor.NONE);
        Path answers = folder.resolve(HandIn.FILE);
        Files.writeString(answers, "{\"answers\": {\n\"q1\": ");
        window.run(() -> window.workbench().captures().open(List.of(folder.resolve("capture.pcap"))));
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
        String panel = texts(robot, "#lab-panel");
        assertTrue(panel.contains("answers.json:2: not JSON: the file ends at column"), panel);
        assertTrue(isThere(robot, "#lab-banner"), "what the lab hides stays hidden");
        answer(robot, "q1", "BYE");
        window.pause();
        assertEquals("{\"answers\": {\n\"q1\": ", Files.readString(answers));
        window.checkLegible("labs-damaged", Theme.LIGHT, 1280, 720);
    }

    private static String texts(FxRobot robot, String id) {
        return ShownTexts.of(robot.lookup(id).queryParent()).whole().toString();
    }

    @Test
    void answersAreTakenFromTheSelectionAndKept(FxRobot robot) throws Exception {
        begin(robot);
        window.run(() -> window.workbench()
                .selection()
                .set(Selection.NONE.withDialogs(List.of(0)).withMessages(List.of(0, 1))));
        window.run(() -> robot.lookup("#lab-take-q4").queryAs(ButtonBase.class).fire());
        var messages = window.state().index().orElseThrow().messages();
        waitUntil(() -> saved("q4").equals(messages.frame(0) + ", " + messages.frame(1)));
        window.run(() -> window.workbench()
                .selection()
                .set(Selection.NONE.withTime(Optional
                        .of(new Selection.TimeRange(messages.capturedAtNanos(0), messages.capturedAtNanos(1))))));
        window.run(() -> robot.lookup("#lab-hint-q1").queryAs(ButtonBase.class).fire());
        waitUntil(() -> texts(robot, "#lab-question-q1").contains("now worth 8"));
        window.run(() -> window.workbench().filter().drop());
        window.run(() -> {
            try {
                window.workbench().filter().apply("sip.Status-Code == 200");
            } catch (org.sipsleuth.filter.syntax.FilterSyntaxException wrong) {
                throw new IllegalStateException(wrong);
            }
        });
        window.run(() -> robot.lookup("#lab-answer-q2").query().requestFocus());
        window.run(() -> robot.lookup("#rail-dialogs").query().requestFocus());
        robot.type(KeyCode.T);
        waitUntil(() -> saved("q2").equals("sip.Status-Code == 200"));
    }

    @Test
    void severalDialogsGiveAllTheirAddressesAndTheirTime(FxRobot robot) throws Exception {
        begin(robot);
        var index = window.state().index().orElseThrow();
        List<Integer> all = IntStream.range(0, index.dialogs().size()).boxed().toList();
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(all).withMessages(List.of(0))));
        Set<String> sources = new LinkedHashSet<>();
        var messages = index.messages();
        all.forEach(
                dialog -> sources.add(messages.endpoint(messages.source(index.dialogs().firstMessage(dialog))).host()));
        assertTrue(sources.size() > 1, "the sample has several");
        window.run(() -> robot.lookup("#lab-take-q3").queryAs(ButtonBase.class).fire());
        window.run(() -> offered(sources.size() + " source addresses").fire());
        waitUntil(() -> saved("q3").equals(String.join(", ", sources)));
    }

    private static MenuItem offered(String words) {
        return Window.getWindows()
                .stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> item.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLabIsOpenedLikeACaptureAfterAFileThatIsNone(FxRobot robot) throws Exception {
        Path made = directory.resolve("made");
        LabMaker.practice(Recipes.all().get(1), SEED, made, RunMonitor.NONE);
        Path none = Files.writeString(directory.resolve("none.txt"), "no messages");
        window.run(() -> window.workbench().captures().openLater(List.of(none)));
        waitUntil(() -> window.state() instanceof Failed);
        window.run(() -> window.workbench().openPage(LabsPage.ID));
        waitUntil(() -> isThere(robot, "#lab-start-" + LAB));
        for (Path given : List.of(made.resolve("lab.json"), made)) {
            window.run(() -> window.workbench().captures().openLater(List.of(none)));
            waitUntil(() -> window.state() instanceof Failed);
            window.run(() -> window.workbench().captures().openLater(List.of(given)));
            waitUntil(() -> window.state() instanceof Shown && isThere(robot, "#lab-banner"));
        }
    }
}
