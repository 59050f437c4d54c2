package org.sipsleuth.app.workbench.loading;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/// Lets the reading wait until the first that it found is drawn, so that drawing has the
/// processors: nobody looks at a capture earlier than that.
final class FirstDrawn {

    /// What is found is laid out in the first frame, the rows of the list in the next.
    private static final int FRAMES = 3;

    /// A window that is not in view may draw nothing at all.
    private static final long MOST_MILLIS = 500;

    private final CountDownLatch drawn = new CountDownLatch(1);

    /// Something was found: frames count from now on, the first time. On the JavaFX thread.
    void show() {
        if (drawn.getCount() == 0) {
            return;
        }
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (frames++ == FRAMES) {
                    stop();
                    release();
                }
            }
        }.start();
    }

    /// Nothing will be drawn.
    void release() {
        drawn.countDown();
    }

    /// Waits until it is drawn, on the thread that reads; not twice.
    void await() {
        try {
            drawn.await(MOST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        release();
    }
}
