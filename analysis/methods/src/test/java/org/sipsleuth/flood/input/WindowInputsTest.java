package org.sipsleuth.flood.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sipsleuth.flood.window.FloodScene;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.flood.window.WindowSettings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.Scene;

class WindowInputsTest {

    private static final long SECOND = 1_000_000_000L;

    private static WindowInputs inputs(InviteAttempts attempts) {
        return WindowInputs.of(InviteWindows.of(attempts, WindowSettings.PAPER), RunMonitor.NONE);
    }

    private static String otherAddress(String address) {
        String[] parts = address.split("\\.");
        return "10.%s.%d.9".formatted(parts[0], 255 - Integer.parseInt(parts[3]));
    }

    @Test
    void renamingAllAddressesChangesNothing() {
        WindowInputs plain = inputs(FloodScene.users(UnaryOperator.identity(), 600));
        WindowInputs renamed = inputs(FloodScene.users(WindowInputsTest::otherAddress, 600));
        assertEquals(plain.windows().size(), renamed.windows().size());
        assertArrayEquals(plain.values(), renamed.values());
        assertTrue(plain.hasHistory(250));
        assertFalse(plain.hasHistory(0));
    }

    @Test
    void attemptByAttemptIsTheSameAsAllAtOnce() {
        InviteAttempts attempts = FloodScene.users(UnaryOperator.identity(), 600);
        WindowInputs all = inputs(attempts);
        InviteWindows windows = all.windows();
        for (int part : List.of(50, 333, 600)) {
            WindowInputs some = inputs(FloodScene.users(UnaryOperator.identity(), part));
            int length = Input.COUNT * some.windows().to(0);
            for (int i = 0; i < length; i++) {
                assertEquals(all.values()[i], some.values()[i]);
            }
        }
        assertEquals(600, windows.to(0));
    }

    @Test
    void contactOfAnotherAddressDisagrees() {
        WindowInputs inputs = inputs(FloodScene.users(UnaryOperator.identity(), 100));
        InviteAttempts attempts = inputs.windows().attempts();
        for (int place = 0; place < 100; place++) {
            String source = attempts.table().host(attempts.source(place));
            int number = Integer.parseInt(source.substring(source.lastIndexOf('.') + 1)) - 1;
            assertEquals(number % 2 == 0 ? 1 : 0, inputs.values()[Input.COUNT * place + Input.CONTACT.place()]);
        }
    }

    /// Gaps of a Poisson process, at a rate.
    private static List<Float> gaps(double perSecond, boolean withFlood) {
        ServerHistory history = new ServerHistory();
        Random random = new Random(1);
        float[] inputs = new float[Input.COUNT];
        List<Float> gaps = new ArrayList<>();
        double seconds = 1e9;
        for (int i = 0; i < 3_000; i++) {
            boolean isFlood = withFlood && i > 1_000 && i < 1_500;
            seconds -= Math.log(random.nextDouble()) / perSecond / (isFlood ? 10 : 1);
            InviteIdentity identity = new InviteIdentity(random.nextInt(50), i % 50, i, 1);
            history.add(Math.round(seconds * SECOND), identity, inputs, 0);
            if (i > 400 && history.usualGapNanos() > 0) {
                gaps.add(inputs[Input.GAP.place()]);
            }
        }
        return gaps;
    }

    private static double mean(List<Float> values) {
        return values.stream().mapToDouble(Float::doubleValue).average().orElseThrow();
    }

    @Test
    void inputsAreTheSameAtOneTenAndAHundredInvitesPerSecond() {
        double expected = mean(gaps(1, false));
        for (double rate : List.of(1.0, 10.0, 100.0)) {
            List<Float> all = gaps(rate, false);
            assertEquals(2_599, all.size());
            assertEquals(expected, mean(all), 0.02);
            List<Float> flooded = gaps(rate, true).subList(600, 1_099);
            assertTrue(mean(flooded) < 0.25, "flood at %s: %s".formatted(rate, mean(flooded)));
        }
    }

    /// The flood is most of the first 200 INVITEs, but not most of the time.
    @Test
    void aFloodWithinTheFirstInvitesIsNotUsual() {
        ServerHistory history = new ServerHistory();
        float[] inputs = new float[Input.COUNT];
        long nanos = SECOND;
        for (int i = 0; i < 30; i++) {
            history.add(nanos += SECOND, new InviteIdentity(i, i, i, 1), inputs, 0);
        }
        for (int i = 30; i < 2_000; i++) {
            history.add(nanos += SECOND / 500, new InviteIdentity(i, i, i, 1), inputs, 0);
        }
        assertEquals(SECOND, history.usualGapNanos());
        assertTrue(inputs[Input.GAP.place()] < 0.01);
    }

    /// The rate of a flood that the capture begins with is the usual one until there were normal
    /// calls for longer.
    @Test
    void aFloodAtTheStartIsForgottenWithinTwiceItsTime() {
        ServerHistory history = new ServerHistory();
        float[] inputs = new float[Input.COUNT];
        long nanos = SECOND;
        for (int i = 0; i < 2_000; i++) {
            history.add(nanos += SECOND / 100, new InviteIdentity(i, i, i, 1), inputs, 0);
        }
        assertEquals(SECOND / 100, history.usualGapNanos());
        for (int i = 0; i < 40; i++) {
            history.add(nanos += SECOND, new InviteIdentity(i, i, i, 1), inputs, 0);
        }
        assertEquals(SECOND, history.usualGapNanos());
    }

    @Test
    void historyIsTooShortAtFirstAndAfterALongPause() {
        ServerHistory history = new ServerHistory();
        float[] inputs = new float[Input.COUNT];
        long nanos = SECOND;
        int first = -1;
        for (int i = 0; i < 300; i++) {
            history.add(nanos += SECOND / 10, new InviteIdentity(i, i, i, 1), inputs, 0);
            first = first < 0 && history.usualGapNanos() > 0 ? i : first;
        }
        assertEquals(200, first);
        assertEquals(SECOND / 10, history.usualGapNanos());
        history.add(nanos += 601 * SECOND, new InviteIdentity(1, 1, -1, 1), inputs, 0);
        history.add(nanos + SECOND, new InviteIdentity(1, 1, -2, 1), inputs, 0);
        assertEquals(0, history.usualGapNanos());
        assertEquals(0.5f, inputs[Input.GAP.place()]);
    }

    @Test
    void repeatedIdentitiesCountMoreAndNewOnesNothing() {
        ServerHistory history = new ServerHistory();
        float[] inputs = new float[Input.COUNT];
        float before = -1;
        for (int i = 0; i < 300; i++) {
            history.add(i, new InviteIdentity(1, i, 9, 0), inputs, 0);
            assertEquals(0, inputs[Input.FROM.place()]);
            assertTrue(inputs[Input.SOURCE.place()] >= before);
            before = inputs[Input.SOURCE.place()];
        }
        assertEquals(1, before);
    }

    /// 70,000 invented identities pushed out all that were known, and 256 all that were recent.
    @Test
    void aFloodOfOthersDoesNotPushOutWhoHasCompletedACall() {
        ServerHistory history = new ServerHistory();
        float[] inputs = new float[Input.COUNT];
        InviteIdentity regular = new InviteIdentity(1, 1, 0, 1);
        InviteIdentity visitor = new InviteIdentity(2, 2, 0, 1);
        for (int i = 0; i < 20; i++) {
            history.add(i, regular, inputs, 0);
            history.add(i, visitor, inputs, 0);
        }
        history.complete(regular);
        for (int i = 0; i < 20; i++) {
            history.add(20 + i, regular, inputs, 0);
        }
        float before = inputs[Input.FROM.place()];
        for (int i = 3; i < 140_000; i++) {
            history.add(100 + i, new InviteIdentity(i, i, i, 1), inputs, 0);
        }
        history.add(200_000, regular, inputs, 0);
        assertTrue(inputs[Input.FROM.place()] >= before - 0.11, before + " before, now " + inputs[2]);
        assertTrue(history.hasCompleted(regular));
        history.add(200_000, visitor, inputs, 0);
        assertEquals(0, inputs[Input.FROM.place()], "never completed a call, and forgotten");
        assertFalse(history.hasCompleted(visitor));
    }

    @Test
    void whoHasCompletedACallBeforeIsKnownFromItsAckOn() {
        Scene scene = new Scene().every(10);
        for (int i = 0; i < 3; i++) {
            scene.callId("c" + i).branch("c" + i).request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
            scene.response(Scene.PROXY, Scene.ALICE, 200, "INVITE", 1);
            if (i > 0) {
                scene.request(Scene.ALICE, Scene.PROXY, "ACK", 1);
            }
        }
        scene.callId("s").branch("s").request(Scene.STRANGER, Scene.PROXY, "INVITE", 1);
        WindowInputs inputs = inputs(InviteAttempts.of(scene.table()));
        assertFalse(inputs.hasCompletedBefore(0));
        assertFalse(inputs.hasCompletedBefore(1));
        assertTrue(inputs.hasCompletedBefore(2), "after the ACK of the second");
        assertFalse(inputs.hasCompletedBefore(3), "the same name from another address");
    }
}
