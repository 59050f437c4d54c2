package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SessionModel;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The overview within the window: first page, links to the dialogs and back, bands, list column,
/// inspector.
class OverviewWindowTest {

    private static final double AXIS = 18;
    private static final double ROW = 18;

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow(TestWindow::staysOnOverview);

    private final TestWindow window = SHARED.window();

    private SipIndex open(FxRobot robot, String sample) throws IOException {
        window.openOnce(sample);
        waitUntil(() -> window.workbench().isAtRest() && haveAllFound());
        window.pause(); // the window follows what was found
        waitUntil(() -> robot.lookup(".calls-segment").tryQuery().isPresent());
        return window.state().index().orElseThrow();
    }

    /// Whether every method has found what it can: their models are opened one after the other.
    private boolean haveAllFound() {
        SessionModel session = window.workbench().session();
        return session.methods()
                .names()
                .stream()
                .allMatch(name -> session.stateProperty()
                        .get()
                        .status(name)
                        .flatMap(DetectorStatus::detection)
                        .isPresent());
    }

    private Incident incident() {
        return window.workbench().session().foundProperty().get().orElseThrow().incidents().getFirst();
    }

    private static final String HOSTILE =
            "<b>Alice</b> & {0} \u202e\u0645\u0631\u062d\u0628\u0627 \u2066x\u2069 ".repeat(6);

    /// Bands that overlap stand in two rows.
    private static int rows(Incident incident) {
        long end = Long.MIN_VALUE;
        for (var stage : incident.stages()) {
            if (stage.fromNanos() < end) {
                return 2;
            }
            end = stage.toNanos();
        }
        return 1;
    }

    private static Canvas canvas(FxRobot robot) {
        return robot.from(robot.lookup(".strip-canvas"))
                .lookup((Predicate<Node>) Canvas.class::isInstance)
                .queryAs(Canvas.class);
    }

    private static boolean isSeen(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(node -> node.getScene() != null).isPresent();
    }

    private static String texts(FxRobot robot, String within) {
        return robot.from(robot.lookup(within))
                .lookup((Predicate<Node>) Labeled.class::isInstance)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theTextOfAnIncidentIsThatOfAnalyze(FxRobot robot) throws IOException {
        String file = open(robot, "incident.pcap").files().getFirst().path().toString();
        robot.interact(() -> robot.lookup("#open-incident-1").queryButton().fire());
        robot.interact(() -> robot.lookup("#incident-copy").queryButton().fire());
        String copied = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
        Run run = Run.of("analyze", file);
        assertTrue(copied.startsWith("1  CRITICAL  Toll fraud through account 1007\n"), copied);
        assertTrue(copied.contains("incident-"), copied);
        String heading = "Recommended actions";
        assertTrue(texts(robot, "#incident-side").lines().anyMatch(heading::equals));
        assertTrue(copied.lines().anyMatch(line -> line.strip().equals(heading)), copied);
        assertTrue(run.out().contains("\n\n" + copied + "\n"), () -> copied + "\nis not in\n" + run.out());
    }

    @Test
    void actorsHaveARowEachWithRoleAndFingerprint(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        waitUntil(() -> isSeen(robot, "#incident-card-1"));
        for (String place : List.of("#incident-card-1", "#incident-side")) {
            String all = texts(robot, place);
            List<String> lines = all.lines().toList();
            assertEquals("scanner, SIPVicious (friendly-scanner)", lines.get(lines.indexOf("203.0.113.66") + 1), all);
            assertTrue(lines.get(lines.indexOf("203.0.113.129") + 1)
                    .endsWith("SIPp (claims baresip v1.0.0), judged by branch and Call-ID"), all);
            assertEquals("registrar", lines.get(lines.indexOf("192.0.2.1") + 1), all);
            assertEquals(1, lines.stream().filter(line -> line.contains("SIPVicious")).count());
            robot.interact(() -> robot.lookup("#open-incident-1").queryButton().fire());
        }
    }

    @Test
    void aSentenceShowsARangeOfFramesOnceAndNoStageHasANumber(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        robot.interact(() -> robot.lookup("#open-incident-1").queryButton().fire());
        waitUntil(() -> isSeen(robot, ".evidence-chip"));
        List<Node> sentences = robot.lookup("#incident-story > .story").queryAll().stream().toList();
        assertEquals(incident().story().size(), sentences.size());
        for (Node sentence : sentences) {
            List<String> ranges = robot.from(sentence)
                    .lookup(".evidence-chip")
                    .queryAllAs(Labeled.class)
                    .stream()
                    .map(Labeled::getText)
                    .toList();
            assertFalse(ranges.isEmpty());
            assertEquals(ranges.stream().distinct().toList(), ranges);
        }
        assertTrue(robot.lookup(".stage-number").queryAll().isEmpty());
    }

    @Test
    void aCaptureOpensOnItsIncidentsAndEveryClauseLeadsThereAndBack(FxRobot robot) throws IOException {
        SipIndex index = open(robot, "incident.pcap");
        waitUntil(() -> isSeen(robot, "#incident-card-1"));
        assertEquals("1", texts(robot, "#rail-overview .rail-badge"));
        window.checkLegible("overview-window");
        List<Hyperlink> links =
                List.copyOf(robot.lookup("#overview-story .story-link-first").queryAllAs(Hyperlink.class));
        assertFalse(links.isEmpty());
        for (Hyperlink link : links) {
            int[] messages = ((Evidence) link.getUserData()).messages(index);
            window.run(link::requestFocus);
            robot.push(KeyCode.ENTER);
            waitUntil(() -> isSeen(robot, "#dialogs-table"));
            List<Integer> selected = window.workbench().selection().get().messages();
            assertEquals(Arrays.stream(messages).boxed().toList(), selected.stream().sorted().toList(), link.getText());
            if (messages.length > 2) {
                assertEquals(messages[0], selected.getLast(), "the first is the current one");
            }
            waitUntil(() -> window.workbench().filter().filteredProperty().get().isPresent());
            var left = window.workbench().filter().filteredProperty().get().orElseThrow();
            assertTrue(Arrays.stream(messages).allMatch(left::fits), left.text());
            robot.push(KeyCode.ALT, KeyCode.LEFT);
            waitUntil(() -> isSeen(robot, "#overview-story"));
            assertEquals("", window.workbench().filter().textProperty().get());
            assertEquals(link, window.stage().getScene().getFocusOwner());
        }
    }

    @Test
    void theIncidentPageOpensAndAltLeftReturns(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        waitUntil(() -> isSeen(robot, "#open-incident-1"));
        window.run(() -> robot.lookup("#open-incident-1").queryButton().requestFocus());
        robot.push(KeyCode.SPACE);
        waitUntil(() -> robot.lookup("#incident").query().getParent().getParent().isVisible());
        window.checkLegible("incident-window");
        window.run(() -> robot.lookup("#incident-keys").query().requestFocus());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        waitUntil(() -> isSeen(robot, "#dialogs-table"));
        assertEquals(1, window.workbench().selection().get().messages().size());
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        waitUntil(() -> isSeen(robot, "#incident-keys"));
        for (int i = 0; i < 5 && robot.lookup("#incident").query().getParent().getParent().isVisible(); i++) {
            robot.push(KeyCode.ALT, KeyCode.LEFT);
        }
        assertFalse(robot.lookup("#incident").query().getParent().getParent().isVisible());
    }

    @Test
    void aBandSelectsItsStageAndOpensItsIncident(FxRobot robot) throws IOException {
        SipIndex index = open(robot, "incident.pcap");
        waitUntil(() -> isSeen(robot, "#incident-card-1"));
        window.pause();
        Canvas canvas = canvas(robot);
        var stage = incident().stages().getFirst();
        MessageTable messages = index.messages();
        double first = (double) messages.capturedAtNanos(0);
        double last = (double) messages.capturedAtNanos(messages.size() - 1);
        double middle = (stage.fromNanos() / 2.0 + stage.toNanos() / 2.0 - first) / (last - first);
        Bounds bounds = canvas.localToScreen(canvas.getBoundsInLocal());
        Point2D band = new Point2D(bounds.getMinX() + middle * bounds.getWidth(),
                bounds.getMaxY() - AXIS - ROW * rows(incident()) + ROW / 2);
        robot.clickOn(band);
        waitUntil(() -> !window.workbench().selection().get().messages().isEmpty());
        assertEquals(Arrays.stream(stage.evidence().messages(index)).boxed().toList(),
                window.workbench().selection().get().messages());
        robot.doubleClickOn(band);
        waitUntil(() -> robot.lookup("#incident").query().getParent().getParent().isVisible());
        assertTrue(window.workbench().selection().get().time().isEmpty());
    }

    @Test
    void stagesThatOverlapStandInLanesOfTheirOwn(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        robot.interact(() -> robot.lookup("#open-incident-1").queryButton().fire());
        waitUntil(() -> isSeen(robot, ".stage-block"));
        WaitForAsyncUtils.waitForFxEvents();
        List<Bounds> blocks = robot.lookup(".stage-block").queryAll().stream().map(Node::getBoundsInParent).toList();
        assertEquals(incident().stages().size(), blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(blocks.get(i).intersects(blocks.get(j)), blocks.toString());
            }
        }
        assertEquals(blocks.size(), robot.lookup(".lane-word").queryAll().stream().filter(Node::isVisible).count());
    }

    @Test
    void incidentsWithoutRoomForTheirLanesAreListedByKeyboardAndClick(FxRobot robot) throws IOException {
        Path file = window.path("overlapping.pcap");
        int hosts = 6;
        try (CaptureFile capture = new CaptureFile(file)) {
            for (int host = 10; host < 10 + hosts; host++) {
                String user = 1000 + host + "<script>%00".repeat(18);
                capture.after(3 * 3_600_000L);
                for (int i = 0; i < 60; i++) {
                    capture.guess(host, i, user, HOSTILE, HOSTILE, false);
                }
            }
            capture.after(200 * 86_400_000L).call("long-after");
        }
        window.open(file);
        waitUntil(() -> window.workbench().isAtRest());
        waitUntil(() -> isSeen(robot, "#strip-band"));
        window.pause();
        Node band = robot.lookup("#strip-band").query();
        assertTrue(band.getAccessibleText().startsWith(hosts + " incidents"), band.getAccessibleText());
        window.checkLegible("overview-group");
        robot.interact(band::requestFocus);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> !robot.lookup("#strip-group").queryAll().isEmpty());
        assertEquals(hosts, robot.lookup("#strip-group .menu-item").queryAll().size());
        window.checkLegible("overview-group-hostile");
        assertTrue(isHarmless(band.getAccessibleText()), band.getAccessibleText());
        for (Node item : robot.lookup("#strip-group .menu-item .label").queryAll()) {
            assertTrue(isHarmless(((Labeled) item).getText()), ((Labeled) item).getText());
            assertTrue(item.getLayoutBounds().getWidth() < window.stage().getWidth());
        }
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> robot.lookup("#strip-group").queryAll().isEmpty());
        robot.clickOn(band.localToScreen(2, ROW / 2));
        waitUntil(() -> !robot.lookup("#strip-group").queryAll().isEmpty());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#incident").query().getParent().getParent().isVisible());
    }

    /// Whether a text has nothing in it that could turn or break it on the screen.
    private static boolean isHarmless(String text) {
        return text.codePoints()
                .noneMatch(each -> Character.isISOControl(each) && each != '\n'
                        || Character.getType(each) == Character.FORMAT);
    }

    @Test
    void bandsAreReachedByKeyboard(FxRobot robot) throws IOException {
        SipIndex index = open(robot, "incident.pcap");
        waitUntil(() -> isSeen(robot, "#strip-band"));
        window.pause();
        robot.interact(() -> canvas(robot).requestFocus());
        robot.push(KeyCode.TAB);
        Node band = robot.lookup("#strip-band").query();
        assertTrue(band.isFocused());
        Incident incident = incident();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < incident.stages().size(); i++) {
            read.add(band.getAccessibleText().lines().findFirst().orElseThrow());
            robot.push(KeyCode.RIGHT);
        }
        assertEquals(incident.stages().size(), Set.copyOf(read).size(), read.toString());
        robot.push(KeyCode.HOME);
        assertEquals(read.getFirst(), band.getAccessibleText().lines().findFirst().orElseThrow());
        robot.push(KeyCode.SPACE);
        waitUntil(() -> !window.workbench().selection().get().messages().isEmpty());
        assertEquals(Arrays.stream(incident.stages().getFirst().evidence().messages(index)).boxed().toList(),
                window.workbench().selection().get().messages());
        robot.push(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#incident").query().getParent().getParent().isVisible());
    }

    @Test
    void listAndInspectorNameTheIncident(FxRobot robot) throws IOException {
        SipIndex index = open(robot, "incident.pcap");
        waitUntil(() -> isSeen(robot, "#incident-card-1"));
        Incident incident = incident();
        int dialog = incident.stages().getFirst().evidence().dialogs(index)[0];
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialog))));
        waitUntil(() -> texts(robot, ".inspector").contains(incident.title().text()));
        String outcome = DocumentTexts.outcome(incident.outcome()).text();
        assertTrue(texts(robot, ".inspector").contains(", " + outcome), () -> "expected the outcome " + outcome);
        waitUntil(() -> isSeen(robot, "#column-incident"));
        window.checkLegible("incident-dialogs");
    }

    @Test
    void whereNothingIsFoundItSaysWhatWasLookedFor(FxRobot robot) throws IOException {
        open(robot, "office-hour.pcap");
        waitUntil(() -> robot.lookup("#overview-headline")
                .queryLabeled()
                .getText()
                .equals("No incident found · 8 of 40 calls refused or not answered"));
        assertTrue(texts(robot, "#checks").contains("Password guessing"));
        assertTrue(texts(robot, "#overview-side").contains("Reliability of this result"));
        window.checkLegible("overview-harmless");
    }

    @Test
    void aProblemLeadsToItsDialogsAndBack(FxRobot robot) throws IOException {
        open(robot, "dropped.pcap");
        waitUntil(() -> robot.lookup("#overview-headline")
                .queryLabeled()
                .getText()
                .equals("No incident found · 1 of 6 calls had a problem, 1 refused or not answered"));
        Node row = robot.lookup(".problem-row").query();
        window.run(row::requestFocus);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> isSeen(robot, "#dialogs-count")
                && robot.lookup("#dialogs-count").queryLabeled().getText().startsWith("1 of 6"));
        waitUntil(() -> isSeen(robot, ".inspector .section-title")
                && robot.lookup(".inspector .section-title").queryLabeled().getText().startsWith("Problem: "));
        assertEquals(1, window.workbench().selection().get().messages().size());
        window.checkLegible("overview-problem-opened");
        waitUntil(() -> robot.lookup("#dialogs-table")
                .queryTableView()
                .getVisibleLeafColumns()
                .stream()
                .anyMatch(column -> "column-problem".equals(column.getId())));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        waitUntil(() -> isSeen(robot, "#problem-card"));
        assertEquals(row, row.getScene().getFocusOwner());
        window.checkLegible("overview-problem");
    }
}
