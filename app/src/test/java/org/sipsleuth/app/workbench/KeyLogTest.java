package org.sipsleuth.app.workbench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.network.TlsSession;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Opens key logs of TLS.
@ExtendWith(ApplicationExtension.class)
class KeyLogTest {

    private record Reading(List<Path> captures, List<Path> keyLogs) {}

    @TempDir Path directory;
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @BeforeEach
    void noteWhatIsRead() {
        window.readWith((files, options, monitor, partial) -> {
            readings.add(new Reading(files, options.keyLogs()));
            return CaptureIndexer.read(files, options, monitor, partial);
        });
    }

    private Path keys(String name, int secrets) throws IOException {
        StringBuilder lines = new StringBuilder("# secrets of a test\n");
        for (int i = 0; i < secrets; i++) {
            lines.append("CLIENT_RANDOM ").append("%064x".formatted(i)).append(' ');
            lines.append("%096x".formatted(i)).append('\n');
        }
        return window.file(name, lines.toString().getBytes(US_ASCII));
    }

    private Reading last() {
        return readings.getLast();
    }

    private static String chip(FxRobot robot) {
        var chip = robot.lookup("#keyLog").queryButton();
        return chip.isVisible() ? chip.getText() : "";
    }

    @Test
    void aKeyLogReadsTheOpenCapturesAgainAndTheChoiceStays(FxRobot robot) throws IOException {
        Path call = window.sample("call.pcap");
        Path keys = keys("session.keys", 12);
        window.open(call);
        assertEquals("", chip(robot));
        Selection chosen = Selection.NONE.withDialogs(List.of(0)).withMessages(List.of(2));
        window.run(() -> window.workbench().selection().set(chosen));
        window.open(keys);
        assertEquals(new Reading(List.of(call), List.of(keys)), last());
        assertEquals("key log: 12 secrets", chip(robot));
        assertEquals(chosen, window.workbench().selection().get());
        assertEquals("call.pcap – SipSleuth", window.stage().getTitle());
        String recent = window.settings().get("recent").orElseThrow();
        assertFalse(recent.contains("session.keys"), recent);
        window.checkLegible("workbench-key-log");
    }

    private int messages() {
        return window.state().index().map(index -> index.messages().size()).orElse(0);
    }

    @Test
    void aKeyLogOpensTlsInTheOpenCapture(FxRobot robot) throws IOException {
        Path capture = window.file("tls.pcap", TlsSession.capture(TlsSession.TLS12, TlsSession.TLS13));
        Path tls12 = window.file("12.keys", TlsSession.TLS12.keys().getBytes(US_ASCII));
        Path tls13 = window.file("13.keys", TlsSession.TLS13.keys().getBytes(US_ASCII));
        window.open(capture);
        assertEquals(0, messages());
        window.open(tls13);
        assertEquals(TlsSession.MESSAGES, messages());
        assertTrue(robot.lookup("#dialogs-table").query().isVisible());
        window.open(tls12);
        assertEquals(2 * TlsSession.MESSAGES, messages());
        assertEquals("key log: 5 secrets", chip(robot));
        robot.clickOn("#keyLog");
        waitUntil(() -> window.state() instanceof Shown && messages() == 0);
    }

    @Test
    void aKeyLogDroppedOnTheWindowOpensTls(FxRobot robot) throws IOException {
        window.open(window.file("tls.pcap", TlsSession.capture(TlsSession.TLS13)));
        assertEquals(0, messages());
        String hint = "TLS without keys: drop a key log (the file that SSLKEYLOGFILE names)";
        assertTrue(robot.lookup((Label label) -> label.getText().startsWith(hint)).tryQuery().isPresent());
        window.checkLegible("workbench-tls-closed");
        Path keys = window.file("13.keys", TlsSession.TLS13.keys().getBytes(US_ASCII));
        window.run(() -> new FileDrop(window.workbench().root(), List.of(keys)).perform());
        waitUntil(() -> window.state() instanceof Shown && messages() == TlsSession.MESSAGES);
        assertEquals("key log: 4 secrets", chip(robot));
    }

    @Test
    void theAccountShowsThatAKeyLogOpensTls(FxRobot robot) throws IOException {
        window.open(window.file("tls.pcap", TlsSession.capture(TlsSession.TLS13)));
        robot.clickOn("#notRead");
        waitUntil(() -> robot.lookup("#keysHint").query().isVisible());
        window.checkLegible("workbench-tls-account");
    }

    @Test
    void anotherKeyLogJoinsTheFirst(FxRobot robot) throws IOException {
        window.open(window.sample("call.pcap"));
        Path one = keys("one.keys", 1);
        Path more = keys("more.keys", 3);
        window.open(one);
        assertEquals("key log: 1 secret", chip(robot));
        window.open(more);
        window.open(more);
        assertEquals(List.of(one, more), last().keyLogs());
        assertEquals("key log: 3 secrets", chip(robot));
    }

    @Test
    void capturesAndKeyLogsCanBeOpenedTogether(FxRobot robot) throws IOException {
        Path call = window.sample("call.pcap");
        Path keys = keys("keys.txt", 2);
        window.open(keys, call);
        assertEquals(List.of(new Reading(List.of(call), List.of(keys))), readings);
        assertEquals("key log: 2 secrets", chip(robot));
        window.open(window.sample("busy.pcap"));
        assertEquals(List.of(), last().keyLogs());
        assertEquals("", chip(robot));
    }

    @Test
    void theChipDropsTheKeyLog(FxRobot robot) throws IOException {
        Path call = window.sample("call.pcap");
        window.open(call, keys("keys.txt", 2));
        robot.clickOn("#keyLog");
        waitUntil(() -> window.state() instanceof Shown && chip(robot).isEmpty());
        assertEquals(new Reading(List.of(call), List.of()), last());
    }

    @Test
    void aKeyLogAloneSaysToOpenTheCaptureFirst(FxRobot robot) throws IOException {
        window.open(keys("session.keys", 2));
        assertInstanceOf(Failed.class, window.state());
        assertTrue(robot.lookup("session.keys is a key log, and no capture is open").tryQuery().isPresent());
        assertTrue(readings.isEmpty());
        window.checkLegible("workbench-key-log-alone");
    }

    @Test
    void aKeyLogThatIsGoneLeavesWhatWasShown(FxRobot robot) throws IOException {
        Path keys = keys("session.keys", 2);
        window.open(window.sample("call.pcap"), keys);
        Files.delete(keys);
        window.open(keys("other.keys", 1));
        Failed failed = assertInstanceOf(Failed.class, window.state());
        assertEquals(Optional.of(List.of(keys)), failed.investigation().map(shown -> shown.keyLogs().files()));
        assertTrue(robot.lookup("session.keys not found").tryQuery().isPresent());
        assertEquals("key log: 2 secrets", chip(robot));
    }
}
