package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.live.HepTestReport;
import org.sipsleuth.live.PacketSources.Obstacle;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Where nothing can be captured.
@ExtendWith(ApplicationExtension.class)
class LiveObstacleTest {

    private static final Obstacle OBSTACLE = new Obstacle("Live capture needs something", "sudo get $(it)");

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory, new FakeNetwork(Optional.of(OBSTACLE)));
        window.show(stage);
    }

    /// Packets cannot be captured, reports can be received.
    @Test
    void thePageSaysWhyAndReportsAreReceived(FxRobot robot) throws IOException {
        Node holder = robot.lookup("#holder").query();
        waitUntil(() -> "Live capture needs something: sudo get $(it)".equals(holder.getAccessibleText()));
        robot.clickOn("#live");
        waitUntil(() -> robot.lookup("#fromReports").<RadioButton>query().isSelected());
        assertEquals(holder.getAccessibleText(), robot.lookup("#obstacle").<Label>query().getText());
        assertTrue(robot.lookup("#interfaces").query().isDisabled());
        window.checkLegible("live-reports");
        TextField address = robot.lookup("#hep").query();
        robot.interact(() -> address.setText("udp:here"));
        robot.clickOn("#start");
        waitUntil(() -> robot.lookup("#refused").<Label>query().getText().contains("write udp:9060"));
        robot.interact(() -> address.setText("tls:127.0.0.1:0"));
        assertTrue(robot.lookup("#certificate").query().isVisible());
        robot.interact(() -> address.setText("udp:127.0.0.1:0"));
        robot.clickOn("#start");
        waitUntil(() -> counts(robot).contains("HEP udp:127.0.0.1:"));
        int port = Integer.parseInt(counts(robot).replaceFirst(".*HEP udp:127.0.0.1:(\\d+).*", "$1"));
        byte[] report = HepTestReport.options(1, 1_600_000_000_000_000_000L);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(report, report.length,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        }
        waitUntil(() -> counts(robot).contains("1 packet"));
        window.checkLegible("live-reports-running");
        robot.push(KeyCode.ESCAPE);
    }

    private static String counts(FxRobot robot) {
        return robot.lookup(".live-counts").<Label>query().getText();
    }

    @Test
    void theCommandThatMendsItIsCopied(FxRobot robot) {
        waitUntil(() -> robot.lookup("#copyCommand").query().isVisible());
        robot.clickOn("#copyCommand");
        AtomicReference<String> copied = new AtomicReference<>("");
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertEquals("sudo get $(it)", copied.get());
        window.checkLegible("live-obstacle");
    }
}
