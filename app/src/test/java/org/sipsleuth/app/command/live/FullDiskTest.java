package org.sipsleuth.app.command.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.app.command.input.FaultLog;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.live.LiveCapture;
import org.sipsleuth.live.RingSettings;
import org.sipsleuth.live.SmallDisk;
import org.sipsleuth.report.rows.Format;

class FullDiskTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), false,
            false, 160, StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatWasStoredIsShownAndWhatWasNotIsCounted(Format format, @TempDir Path directory) throws IOException {
        FakeNetwork network = new FakeNetwork();
        SmallDisk disk = new SmallDisk(directory, 4 << 20);
        LiveCapture capture = disk.capture(network, new RingSettings(directory, 4, 1 << 20));
        disk.resize(1_000);
        network.invite("one");
        network.noise(5_000);
        network.noise(5_000);
        LiveLimits limits = new LiveLimits(Duration.ofSeconds(1), 0, Optional.empty());
        new LiveText(terminal, limits, List.of(), new FaultLog(), false, false).run(capture, ReadOptions.NONE, format);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("one"), out.toString(StandardCharsets.UTF_8));
        String reported = err.toString(StandardCharsets.UTF_8);
        assertTrue(reported.contains(directory + " is full (0 KiB free): packets are counted"), reported);
        assertTrue(reported.contains("2 packets not stored, 0 dropped"), reported);
        assertTrue(reported.contains("2 packets (10,000 bytes) not stored because the disk of the ring, " + directory),
                reported);
        assertEquals(3, capture.counts().packets());
    }
}
