package org.sipsleuth.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCaptureTest {

    @TempDir Path directory;
    private final FakeSource source = new FakeSource();

    private LiveCapture open(String filter) throws LiveCaptureException {
        return LiveCapture.open(source, new LiveRequest("", filter, RingSettings.in(directory.resolve("ring"))));
    }

    @Test
    void whatCameBeforeTheStopIsKept() throws IOException {
        LiveCapture capture = open("");
        for (int i = 0; i < 1234; i++) {
            source.send(new byte[60]);
        }
        source.lose(7);
        capture.stop();
        capture.run();
        assertEquals(1234, capture.counts().packets());
        assertEquals(7, capture.counts().lost().all());
        assertFalse(source.isOpen());
        assertTrue(capture.ring().isClosed());
    }

    @Test
    void anInterfaceThatGoesAwayEndsTheCaptureAndLeavesTheRingWhole() throws IOException {
        LiveCapture capture = open("");
        source.breakDown();
        assertThrows(LiveCaptureException.class, capture::run);
        assertFalse(source.isOpen());
        assertTrue(capture.ring().isClosed());
        assertEquals(24, Files.size(capture.ring().files().getFirst().path()));
    }

    @Test
    void whatCameBeforeItFailedIsCounted() throws IOException {
        LiveCapture capture = open("");
        for (int i = 0; i < 250; i++) { // more than are received at once
            source.send(new byte[60]);
        }
        source.breakDown();
        assertThrows(LiveCaptureException.class, capture::run);
        assertEquals(250, capture.counts().packets());
        assertEquals(24 + 250 * (16 + 60), Files.size(capture.ring().files().getFirst().path()));
    }

    @Test
    void onAFullDiskTheCaptureGoesOnAndItsLossIsCounted() throws IOException {
        RingSettings settings = new RingSettings(directory.resolve("ring"), 4, 1 << 20);
        SmallDisk disk = new SmallDisk(settings.directory(), 4 << 20);
        LiveCapture capture = disk.capture(source, settings);
        disk.resize(24 + 100 * (16 + 60));
        for (int i = 0; i < 250; i++) {
            source.send(new byte[60]);
        }
        capture.stop();
        capture.run();
        assertEquals(250, capture.counts().packets());
        assertEquals(new Unstored(150, 150 * 60), capture.counts().unstored());
        assertEquals(24 + 100 * (16 + 60), Files.size(capture.ring().files().getFirst().path()));
    }

    @Test
    void aBadFilterLeavesNothingOpen() throws IOException {
        assertThrows(LiveCaptureException.class, () -> open("bad"));
        assertFalse(Files.exists(directory.resolve("ring")));
    }

    @Test
    void aRingThatCannotBeWrittenClosesTheInterface() throws IOException {
        Files.createFile(directory.resolve("ring"));
        assertThrows(LiveCaptureException.class, () -> open(""));
        assertFalse(source.isOpen());
    }

    @Test
    void rightsAreReadFromTheCapabilities() throws IOException {
        Path status = directory.resolve("status");
        Files.writeString(status, "Name:\tjava\nCapEff:\t0000000000002000\n");
        assertTrue(Rights.mayCapture(status));
        Files.writeString(status, "Name:\tjava\nCapEff:\t0000000000001000\n");
        assertFalse(Rights.mayCapture(status));
        Files.writeString(status, "Name:\tjava\nCapEff:\t000001ffffffffff\n");
        assertTrue(Rights.mayCapture(status));
        assertTrue(Rights.mayCapture(directory.resolve("none")));
    }
}
