package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.HeldMethod;
import org.sipsleuth.app.command.ObservedMethod;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The overview and the page of an incident in every state, in both themes and three sizes of the
/// window.
@ExtendWith(ApplicationExtension.class)
@Tag("long")
class OverviewPicturesTest {

    private static final int MANY = 46;

    private static final String HOSTILE_NAME =
            "<b>Alice</b> & \"Bob\" \u202e\u0645\u0631\u062d\u0628\u0627 \u2066x\u2069 ".repeat(6);
    private static final String HOSTILE_USER = "<script>%00".repeat(18);
    private static final String HOSTILE_AGENT = "Phone/<img src=x>\u202e{0} ${jndi:ldap} ".repeat(6);

    @TempDir Path directory;
    private TestWindow window;
    private final FakeNetwork network = new FakeNetwork();
    private final HeldMethod held = new HeldMethod();

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory, network);
        window.staysOnOverview();
        window.settings().put("inspector.open", "false");
        window.add(held);
        window.show(stage);
    }

    @AfterEach
    void release() {
        held.release();
    }

    private void open(FxRobot robot, Path... files) {
        held.release();
        window.open(files);
        waitUntil(() -> window.workbench().isAtRest());
        waitUntil(() -> robot.lookup(".share-bar").tryQuery().isPresent());
        window.pause();
    }

    private List<Incident> incidents() {
        return window.workbench().session().foundProperty().get().orElseThrow().incidents();
    }

    private void openFirst(FxRobot robot) {
        robot.interact(() -> robot.lookup("#open-incident-1").queryButton().fire());
        waitUntil(() -> robot.lookup("#incident").query().getParent().getParent().isVisible());
        window.pause();
    }

    /// A host guesses the password of a user.
    private static void guess(CaptureFile capture, int host, String user, String name, String agent, boolean finds)
            throws IOException {
        int attempts = 14;
        for (int i = 0; i < attempts; i++) {
            capture.guess(host, i, user, name, agent, finds && i == attempts - 1);
        }
    }

    @Test
    void noCapture() {
        window.checkLegibleInEverySize("states-no-capture");
    }

    @Test
    void noIncident(FxRobot robot) throws IOException {
        open(robot, window.sample("office-hour.pcap"));
        window.checkLegibleInEverySize("states-harmless");
    }

    @Test
    void aDroppedCall(FxRobot robot) throws IOException {
        open(robot, window.sample("dropped.pcap"));
        window.checkLegibleInEverySize("states-problem");
    }

    @Test
    void problemsBelowAnIncident(FxRobot robot) throws IOException {
        open(robot, window.sample("cracking-failed.pcap"));
        window.checkLegibleInEverySize("states-problem-below");
    }

    @Test
    void oneIncident(FxRobot robot) throws IOException {
        open(robot, window.sample("incident.pcap"));
        window.checkLegibleInEverySize("states-one");
        openFirst(robot);
        window.checkLegibleInEverySize("states-one-incident");
    }

    @Test
    void forgedFlood(FxRobot robot) throws IOException {
        open(robot, window.sample("flood-spoofed.pcap"));
        window.checkLegibleInEverySize("states-forged");
        openFirst(robot);
        window.checkLegibleInEverySize("states-forged-incident");
    }

    @Test
    void manyIncidents(FxRobot robot) throws IOException {
        Path file = window.path("many.pcap");
        try (CaptureFile capture = new CaptureFile(file)) {
            for (int i = 0; i < MANY; i++) {
                guess(capture.after(2 * 3_600_000L), 10 + i, Integer.toString(1000 + i), "User " + i, "Agent " + i,
                        i % 4 == 0);
            }
        }
        open(robot, file);
        assertTrue(incidents().size() >= 30, () -> incidents().size() + " incidents");
        window.checkLegibleInEverySize("states-many");
        openFirst(robot);
        window.checkLegibleInEverySize("states-many-incident");
    }

    @Test
    void hostileTexts(FxRobot robot) throws IOException {
        Path file = window.path("hostile.pcap");
        try (CaptureFile capture = new CaptureFile(file)) {
            guess(capture, 9, HOSTILE_USER, HOSTILE_NAME, HOSTILE_AGENT, false);
            guess(capture, 11, "1002", HOSTILE_NAME, "x".repeat(200), false);
        }
        open(robot, file);
        window.checkLegibleInEverySize("states-hostile");
        openFirst(robot);
        window.checkLegibleInEverySize("states-hostile-incident");
    }

    @Test
    void malformedMessages(FxRobot robot) throws IOException {
        open(robot, window.sample("torture.pcap"));
        window.checkLegibleInEverySize("states-torture");
    }

    @Test
    void aModelThatDoesNotFit(FxRobot robot) throws IOException, SettingException {
        Scenario scenario = Scenarios.named("odd-dialogs").orElseThrow();
        Map<String, String> given = Map.of("normal-dialogs", "150", "odd-dialogs", "40");
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path file = window.path("odd.pcap");
        Simulation.run(scenario, 5, settings, file, RunMonitor.NONE);
        open(robot, file);
        assertTrue(robot.lookup("#overview-side .label")
                .queryAll()
                .stream()
                .map(Labeled.class::cast)
                .anyMatch(label -> label.getText().contains("does not suit this network")));
        window.checkLegibleInEverySize("states-misfit");
    }

    @Test
    void analysing(FxRobot robot) throws IOException {
        window.open(window.sample("office-hour.pcap"));
        waitUntil(() -> robot.lookup("#cancel-observed").tryQuery().isPresent());
        window.pause();
        window.checkLegibleInEverySize("states-analysing");
        robot.interact(() -> robot.lookup("#cancel-observed").queryButton().fire());
        waitUntil(() -> robot.lookup("#again-observed").tryQuery().isPresent());
        window.checkLegibleInEverySize("states-cancelled");
    }

    @Test
    void analysingWithIncidents(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        waitUntil(() -> robot.lookup("#cancel-observed").tryQuery().isPresent());
        waitUntil(() -> robot.lookup("#incident-card-1").tryQuery().isPresent());
        window.pause();
        window.checkLegibleInEverySize("states-analysing-one");
        held.fail();
        waitUntil(() -> robot.lookup("#again-observed").tryQuery().isPresent());
        window.checkLegibleInEverySize("states-failed-one");
    }

    @Test
    void reading() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        window.readWith((files, _, monitor, partial) -> {
            SipIndex read = CaptureIndexer.read(files, monitor);
            partial.accept(read);
            while (!monitor.isCancelled() && end.getCount() > 0) {
                monitor.progress(new Progress("Reading capture", 63, 100));
                LockSupport.parkNanos(1_000_000);
            }
            return read;
        });
        window.begin(window.sample("incident.pcap"));
        waitUntil(() -> window.state() instanceof Loading l && l.partial().isPresent());
        window.pause();
        window.checkLegibleInEverySize("states-reading");
        end.countDown();
    }

    @Test
    void damagedCapture(FxRobot robot) throws IOException {
        byte[] whole = Files.readAllBytes(window.sample("incident.pcap"));
        open(robot, window.file("cut.pcap", Arrays.copyOf(whole, whole.length * 2 / 3 + 5)));
        window.checkLegibleInEverySize("states-damaged");
    }

    @Test
    void noSuchCapture() {
        window.open(directory);
        assertInstanceOf(Failed.class, window.state());
        window.checkLegibleInEverySize("states-failed");
    }

    @Test
    void secondFile(FxRobot robot) throws IOException {
        open(robot, window.sample("flood.pcap"));
        open(robot, window.sample("incident.pcap"), window.sample("enumeration.pcap"));
        String story = robot.lookup("#overview-headline")
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.joining());
        assertTrue(story.contains("incident"), story);
        window.checkLegibleInEverySize("states-two-files");
        openFirst(robot);
        window.checkLegibleInEverySize("states-two-files-incident");
    }

    @Test
    void live(FxRobot robot) {
        held.release();
        waitUntil(() -> !robot.lookup("#live").query().isDisabled());
        robot.clickOn("#live");
        waitUntil(() -> !robot.lookup("#start").query().isDisabled());
        robot.clickOn("#start");
        waitUntil(() -> window.state() instanceof Live);
        network.invite("first");
        waitUntil(() -> robot.lookup("#overview-headline").tryQuery().isPresent());
        window.pause();
        window.checkLegibleInEverySize("states-live");
        for (int i = 0; i < 12; i++) {
            network.request(ObservedMethod.GUESSER, "REGISTER", "guess-" + i);
        }
        network.request(ObservedMethod.CALLER, "INVITE", "call");
        waitUntil(() -> robot.lookup(".stage-chevron.stage-use").tryQuery().isPresent());
        window.pause();
        window.checkLegibleInEverySize("states-live-one");
        openFirst(robot);
        window.checkLegibleInEverySize("states-live-incident");
        robot.clickOn("#stop");
        waitUntil(() -> !(window.state() instanceof Live));
    }
}
