package org.sipsleuth.app.workbench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.app.network.TlsSession;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.RingSettings;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Opens TLS while it is captured.
@ExtendWith(ApplicationExtension.class)
class LiveKeyLogTest {

    @TempDir Path directory;
    private final FakeNetwork network = new FakeNetwork();
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory, network);
        window.show(stage);
    }

    private void begin(Path... keyLogs) {
        LiveRequest request = new LiveRequest("fake0", "", RingSettings.in(directory.resolve("ring")));
        window.run(() -> window.workbench().captures().capture(request, List.of(keyLogs)));
        waitUntil(() -> window.state() instanceof Live);
    }

    private Path keys(String name, TlsSession session) throws IOException {
        return window.file(name, session.keys().getBytes(US_ASCII));
    }

    private int messages() {
        return window.state().index().map(index -> index.messages().size()).orElse(0);
    }

    private static String chip(FxRobot robot) {
        var chip = robot.lookup("#keyLog").queryButton();
        return chip.isVisible() ? chip.getText() : "";
    }

    private void stop(FxRobot robot) {
        robot.clickOn("#stop");
        waitUntil(() -> window.state() instanceof Shown);
    }

    @Test
    void aKeyLogDroppedOnTheWindowOpensWhatWasCapturedAndWhatComes(FxRobot robot) throws IOException {
        begin();
        network.invite("one");
        network.tls(TlsSession.TLS13);
        waitUntil(() -> messages() == 1);
        Selection chosen = Selection.NONE.withDialogs(List.of(0));
        window.run(() -> window.workbench().selection().set(chosen));
        Path keys = keys("keys", TlsSession.TLS13);
        window.begin(keys);
        waitUntil(() -> messages() == 1 + TlsSession.MESSAGES);
        assertInstanceOf(Live.class, window.state());
        assertTrue(network.isOpen());
        assertEquals("key log: 4 secrets", chip(robot));
        assertEquals(chosen, window.workbench().selection().get());
        Files.writeString(keys, TlsSession.TLS12.keys(), StandardOpenOption.APPEND);
        network.tls(TlsSession.TLS12);
        waitUntil(() -> messages() == 1 + 2 * TlsSession.MESSAGES);
        assertEquals("key log: 5 secrets", chip(robot));
        window.checkLegible("live-key-log");
        stop(robot);
        Shown shown = assertInstanceOf(Shown.class, window.state());
        assertEquals(List.of(keys), shown.shown().keyLogs().files());
        assertEquals("key log: 5 secrets", chip(robot));
    }

    @Test
    void aKeyLogOfTheCommandLineNeedNotBeThereYet() throws IOException {
        begin(directory.resolve("keys"));
        network.tls(TlsSession.TLS13);
        network.invite("one");
        waitUntil(() -> messages() == 1);
        keys("keys", TlsSession.TLS13);
        waitUntil(() -> messages() == 1 + TlsSession.MESSAGES);
        assertInstanceOf(Live.class, window.state());
    }

    @Test
    void aKeyLogThatIsEmptyIsFollowed() throws IOException {
        begin();
        Path keys = window.file("keys", new byte[0]);
        window.begin(keys);
        network.invite("one");
        waitUntil(() -> messages() == 1);
        assertInstanceOf(Live.class, window.state());
        Files.writeString(keys, TlsSession.TLS12.keys());
        network.tls(TlsSession.TLS12);
        waitUntil(() -> messages() == 1 + TlsSession.MESSAGES);
    }

    @Test
    void severalKeyLogsJoinAndTheChipDropsThem(FxRobot robot) throws IOException {
        begin();
        network.tls(TlsSession.TLS12);
        network.tls(TlsSession.TLS13);
        network.invite("one");
        window.begin(keys("12", TlsSession.TLS12));
        window.begin(keys("13", TlsSession.TLS13));
        waitUntil(() -> messages() == 1 + 2 * TlsSession.MESSAGES);
        assertEquals("key log: 5 secrets", chip(robot));
        robot.clickOn("#keyLog");
        waitUntil(() -> messages() == 1 && chip(robot).isEmpty());
        assertInstanceOf(Live.class, window.state());
    }

    @Test
    void whatStandsStillGoesOnForAKeyLog(FxRobot robot) throws IOException {
        begin();
        network.tls(TlsSession.TLS13);
        network.invite("one");
        waitUntil(() -> messages() == 1);
        robot.clickOn("#pause");
        window.begin(keys("keys", TlsSession.TLS13));
        waitUntil(() -> messages() == 1 + TlsSession.MESSAGES);
    }

    @Test
    void aKeyLogDroppedAsTheCaptureEndsIsNotForgotten(FxRobot robot) throws IOException {
        begin();
        network.tls(TlsSession.TLS13);
        network.invite("one");
        waitUntil(() -> messages() == 1);
        Path keys = keys("keys", TlsSession.TLS13);
        window.run(() -> {
            robot.lookup("#stop").queryButton().fire();
            window.workbench().captures().open(List.of(keys));
        });
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(1 + TlsSession.MESSAGES, messages());
    }
}
