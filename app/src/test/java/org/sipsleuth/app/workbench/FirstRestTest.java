package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The first moment of rest.
@ExtendWith(ApplicationExtension.class)
final class FirstRestTest {

    private static final Duration MOMENT = Duration.millis(20);

    private final SimpleBooleanProperty reading = new SimpleBooleanProperty(true);
    private final CountDownLatch twice = new CountDownLatch(2);

    private void onFxThread(Runnable change) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, change);
    }

    /// Waits as long as ten moments take, on the clock of the window.
    private void tenMoments() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        onFxThread(() -> new FirstRest(() -> true, MOMENT.multiply(10), over::countDown)
                .follow(Stream.of(new SimpleBooleanProperty())));
        assertTrue(over.await(60, TimeUnit.SECONDS), "the clock of the window stands still");
    }

    @Test
    void itComesWhenReadingHasEndedAndOnlyOnce() throws InterruptedException {
        onFxThread(() -> new FirstRest(() -> !reading.get(), MOMENT, twice::countDown).follow(Stream.of(reading)));
        tenMoments();
        assertEquals(2, twice.getCount(), "a capture is being read");
        onFxThread(() -> reading.set(false));
        tenMoments();
        assertEquals(1, twice.getCount(), "all is at rest");
        onFxThread(() -> reading.set(true));
        onFxThread(() -> reading.set(false));
        tenMoments();
        assertEquals(1, twice.getCount(), "the second rest counts no more");
    }
}
