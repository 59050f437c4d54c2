package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/// Frames that may contain SIP and were not decoded: the overview counts them, and leads to them.
class UndecodedFramesLinkTest {

    private static final int SECONDS = 1_790_000_000;
    private static final int LENGTH = 5;

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow(TestWindow::staysOnOverview);

    private final TestWindow window = SHARED.window();

    /// A call, and a frame that is too short for its headers.
    private Path capture() throws IOException {
        Path file = window.path("short-frame.pcap");
        try (CaptureFile capture = new CaptureFile(file)) {
            capture.call("call@test");
        }
        ByteBuffer frame = ByteBuffer.allocate(16 + LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(SECONDS + 3).putInt(0).putInt(LENGTH).putInt(LENGTH);
        Files.write(file, frame.array(), StandardOpenOption.APPEND);
        return file;
    }

    @Test
    void theOverviewLeadsToTheFramesThatWereNotDecoded(FxRobot robot) throws IOException {
        window.open(capture());
        waitUntil(() -> robot.lookup("#undecoded-frames").tryQuery().isPresent());
        window.checkLegibleInEverySize("overview-undecoded");
        robot.interact(robot.lookup("#undecoded-frames").queryAs(Hyperlink.class)::fire);
        waitUntil(() -> robot.lookup(".account").tryQuery().isPresent());
        assertTrue(robot.lookup(".account").query().isVisible(), "the capture report lists them");
    }
}
