package org.sipsleuth.view.ui;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import org.testfx.util.WaitForAsyncUtils;

/// How far apart frames are, for docs/PERFORMANCE.md.
public final class FrameTimes {

    private static final double MISSED_MILLIS =
            25; // more than one and a half frames of 60 a second

    private FrameTimes() {}

    /// Does something at each frame, with all that draws it.
    ///
    /// @return from each frame to the next, in ms
    public static double[] pulses(int frames, IntConsumer action) throws InterruptedException {
        double[] millis = new double[frames];
        CountDownLatch done = new CountDownLatch(1);
        AnimationTimer timer =
                new AnimationTimer() {
                    private int frame = -1;
                    private long before;

                    @Override
                    public void handle(long now) {
                        long here = System.nanoTime();
                        if (frame >= 0 && frame < frames) {
                            millis[frame] = (here - before) / 1e6;
                        }
                        before = here;
                        if (++frame >= frames) {
                            stop();
                            done.countDown();
                        } else {
                            action.accept(frame);
                        }
                    }
                };
        WaitForAsyncUtils.waitForAsyncFx(10_000, timer::start);
        if (!done.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("drawing takes too long: too few frames came");
        }
        return millis;
    }

    /// Prints times of frames. The first tenth is left out: it is slow while code is compiled.
    public static void print(String what, double[] millis) {
        double[] sorted = Arrays.copyOfRange(millis, millis.length / 10, millis.length);
        Arrays.sort(sorted);
        int count = sorted.length;
        System.out.printf(
                "  %s: median %.2f ms, 99 of 100 %.2f ms, longest %.2f ms, %d of %d above %.0f"
                    + " ms%n",
                what,
                sorted[count / 2],
                sorted[Math.min(count - 1, count * 99 / 100)],
                sorted[count - 1],
                Arrays.stream(sorted).filter(each -> each > MISSED_MILLIS).count(),
                count,
                MISSED_MILLIS);
    }
}
