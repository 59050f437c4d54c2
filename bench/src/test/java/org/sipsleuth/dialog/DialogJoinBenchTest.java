package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.bench.Counted;
import org.sipsleuth.bench.capture.CallCapture;
import org.sipsleuth.bench.capture.CaptureSettings;

/// The calls that are joined again and again are other ones each time.
final class DialogJoinBenchTest {

    @Test
    void everyRoundHasItsOwnDialogs() throws IOException {
        int[] frames = {0};
        CallCapture.forEach(CaptureSettings.signalling(700), (_, _) -> frames[0]++);
        DialogJoinBench bench = new DialogJoinBench();
        bench.invent();
        bench.size = frames[0];
        Counted.Messages counted = new Counted.Messages();
        int dialogs = bench.join(counted);
        bench.size = 20 * frames[0];
        assertEquals(20 * dialogs, bench.join(counted));
        assertEquals(21L * frames[0], counted.messages);
    }
}
