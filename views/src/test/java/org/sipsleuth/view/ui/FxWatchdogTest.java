package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FxWatchdogTest {

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static void standUntil(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The test waits without end for a thread that does not come back.
    @Test
    void aTestIsInterruptedAndFailsWithTheStackOfTheJavaFxThread() {
        CountDownLatch released = new CountDownLatch(1);
        FxWatchdog.Watch watch = new FxWatchdog.Watch(Duration.ofMillis(300));
        try (watch) {
            Platform.runLater(() -> standUntil(released));
            assertThrows(InterruptedException.class, () -> new CountDownLatch(1).await());
            assertTrue(new FxWatchdog().evaluateExecutionCondition(null).isDisabled(), "others would wait as well");
        } finally {
            released.countDown();
        }
        AssertionError fault = assertThrows(AssertionError.class, watch::check);
        assertTrue(Stream.of(fault.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("standUntil")),
                fault.toString());
        assertTrue(String.valueOf(fault.getMessage()).contains("fx-watchdog"), fault.getMessage());
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(new FxWatchdog().evaluateExecutionCondition(null).isDisabled(), "it goes on now");
    }
}
