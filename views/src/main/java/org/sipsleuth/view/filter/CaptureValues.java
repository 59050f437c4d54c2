package org.sipsleuth.view.filter;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.complete.CapturedValues;
import org.sipsleuth.filter.complete.KnownValues;
import org.sipsleuth.view.session.RunTask;

/// The values that the open capture has, counted in the background when somebody is about to type.
final class CaptureValues {

    private final Executor background;
    private KnownValues known = KnownValues.usual();
    private @Nullable SipIndex index;
    private @Nullable SipIndex counted;
    private @Nullable RunTask<CapturedValues> run;

    CaptureValues(Executor background) {
        this.background = background;
    }

    /// As far as they are known.
    KnownValues get() {
        return known;
    }

    void show(SipIndex shown) {
        index = shown;
    }

    void showNothing() {
        index = null;
        counted = null;
        known = KnownValues.usual();
        stop();
    }

    /// Counts them, unless they are counted.
    void want() {
        SipIndex wanted = index;
        if (wanted == null || wanted == counted) {
            return;
        }
        stop();
        counted = wanted;
        RunTask<CapturedValues> task = new RunTask<>(monitor -> CapturedValues.of(wanted, monitor));
        task.setOnSucceeded(_ -> known = task.getValue());
        run = task;
        background.execute(task);
    }

    private void stop() {
        if (run != null) {
            run.cancel();
            run = null;
        }
    }
}
