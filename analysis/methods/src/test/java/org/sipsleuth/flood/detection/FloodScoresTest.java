package org.sipsleuth.flood.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.flood.window.WindowSettings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.Scene;
import org.sipsleuth.transaction.TransactionTable;

class FloodScoresTest {

    private static final String SERVER = "198.51.100.10";

    /// Calls of which the first are acknowledged.
    private static WindowInputs inputs(int calls, int acknowledged) {
        Random random = new Random(1);
        Scene scene = new Scene();
        for (int i = 0; i < calls; i++) {
            String source = "192.0.2." + (1 + random.nextInt(9));
            scene.every(1 + random.nextInt(900));
            scene.callId("call" + i).branch("call" + i).request(source, SERVER, "INVITE", 1);
            scene.response(SERVER, source, 200, "INVITE", 1);
            if (i < acknowledged) {
                scene.request(source, SERVER, "ACK", 1);
            }
        }
        SipIndex index = scene.index();
        return WindowInputs.of(
                InviteWindows.of(InviteAttempts.of(TransactionTable.of(index, RunMonitor.NONE)), WindowSettings.PAPER),
                RunMonitor.NONE);
    }

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void onDemandInAnyOrderTheyAreTheSameBits(NetworkKind kind) {
        WindowInputs inputs = inputs(700, 700);
        FloodScores all = FloodScores.of(InventedFloodModel.model(), inputs, RunMonitor.NONE);
        FloodScores some = FloodScores.onDemand(InventedFloodModel.model(), inputs);
        int windows = inputs.windows().size();
        assertTrue(windows > 300);
        for (int i = windows - 1; i >= 0; i -= 7) {
            assertEquals(all.score(kind, i), some.score(kind, i), 0);
        }
        FloodScores shared = FloodScores.onDemand(InventedFloodModel.model(), inputs);
        IntStream.range(0, windows).parallel().forEach(i -> assertEquals(all.score(kind, i), shared.score(kind, i), 0));
    }

    @Test
    void aWindowIsMaliciousOnlyIfTwoOfItsCallsWereNeverAcknowledged() {
        WindowInputs inputs = inputs(60, 40);
        FloodScores scores = FloodScores.onDemand(InventedFloodModel.model(), inputs);
        assertFalse(scores.mayBeMalicious(15), "calls 30 to 39");
        assertTrue(scores.mayBeMalicious(16), "calls 32 to 41");
        assertTrue(scores.mayBeMalicious(25));
    }
}
