package org.sipsleuth.evaluate.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.sipsleuth.edge.overlay.OverlayBorder;
import org.sipsleuth.edge.overlay.OverlayResult;
import org.sipsleuth.edge.overlay.OverlaySettings;
import org.sipsleuth.edge.overlay.ProtectionOverlay;
import org.sipsleuth.edge.traffic.MessageScans;
import org.sipsleuth.run.RunMonitor;

/// Two borders that share signatures of malformed messages.
class ProtectionOverlayTest {

    private static List<OverlayResult> play(double... delays) throws IOException {
        return EdgeCaptures.with("mutations", Map.of(), 3, RunMonitor.NONE, input -> {
            var malformed = new MessageScans(input.traffic(), RunMonitor.NONE).malformed();
            var marked = input.with(input.facts().withAnomalous(malformed));
            List<OverlayResult> results = new ArrayList<>();
            for (double delay : delays) {
                results.add(ProtectionOverlay.of(marked, OverlaySettings.USUAL.withDelay(delay),
                        message -> input.traffic().peer(message) % 2 == 0 ? "even" : "odd", RunMonitor.NONE));
            }
            return results;
        });
    }

    private static int sum(OverlayResult result, ToIntFunction<OverlayBorder> figure) {
        return result.borders().stream().mapToInt(figure).sum();
    }

    @Test
    void signaturesOfOneBorderProtectBothAfterTheDelay() throws IOException {
        List<OverlayResult> results = play(0, 10, 60, 1e9);
        OverlayResult last = results.getFirst();
        assertTrue(sum(last, OverlayBorder::stopped) > 20, last.toString());
        for (OverlayResult each : results) {
            assertEquals(2, each.borders().size());
            assertTrue(sum(each, OverlayBorder::before) >= sum(last, OverlayBorder::before));
            assertTrue(sum(each, OverlayBorder::stopped) <= sum(last, OverlayBorder::stopped));
            assertEquals(0, sum(each, OverlayBorder::lost));
            assertEquals(sum(each, OverlayBorder::attack), sum(each, OverlayBorder::before)
                    + sum(each, OverlayBorder::stopped) + sum(each, OverlayBorder::through));
            last = each;
        }
        assertEquals(0, sum(last, OverlayBorder::stopped));
    }
}
