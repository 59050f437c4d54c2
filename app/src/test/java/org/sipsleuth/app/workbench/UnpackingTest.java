package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.dialog.SipIndex;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A compressed capture that unpacks to more than the limit.
@ExtendWith(ApplicationExtension.class)
class UnpackingTest {

    private static final String UNPACK_WHOLE = "Decompress the whole file";
    private static final int LIMIT_BYTES = 60_000;

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private Path compressed(String sample) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(Files.readAllBytes(window.sample(sample)));
        }
        return window.file(sample + ".gz", packed.toByteArray());
    }

    private SipIndex index() {
        return ((Shown) window.state()).shown().index();
    }

    @Test
    void whatLiesBeforeTheLimitIsShownAndTheRestOnRequest(FxRobot robot) throws IOException {
        Path whole = window.sample("call.pcap");
        Path file = compressed("call.pcap");
        window.run(() -> window.workbench().captures().limitUnpacking(UnpackLimit.of(LIMIT_BYTES)));
        window.open(file);
        int before = index().messages().size();
        assertTrue(before > 0 && before < 13, before + " messages");
        assertEquals("File partly read", robot.lookup("#damage").queryLabeled().getText());
        window.checkLegible("workbench-unpack-limit");
        robot.clickOn(UNPACK_WHOLE);
        waitUntil(() -> window.state() instanceof Shown && index().messages().size() == 13);
        assertTrue(index().files().getFirst().damage().isEmpty());
        assertTrue(robot.lookup(UNPACK_WHOLE).tryQuery().isEmpty());
        // other captures are limited again
        window.open(whole, file);
        waitUntil(() -> window.state() instanceof Shown);
        assertFalse(index().files().getLast().damage().isEmpty());
        assertFalse(window.state() instanceof Loading);
    }
}
