package org.sipsleuth.view.session.leg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.session.LookPace;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks in the background for the legs of the open capture's calls. While a capture grows, a run
/// is not stopped by what came after it began: it ends, and the next one, after a pause, takes all
/// that has come. Used on the JavaFX thread.
public final class LegRun {

    private static final Logger LOG = LoggerFactory.getLogger(LegRun.class);

    private final Executor background;
    private final ReadOnlyObjectWrapper<Optional<Legs>> legs = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private LegSettings settings = LegSettings.USUAL;
    private @Nullable SipIndex wanted;
    private @Nullable SipIndex looking;
    private @Nullable RunTask<Legs> run;
    private boolean isGrowing;
    private boolean isPausing;
    private long beganAt = System.nanoTime();
    private long endedAt = beganAt;

    /// What the last run took of all processors, which it uses side by side.
    private Duration took = Duration.ZERO;

    /// @param background where they are looked for, one run after another
    public LegRun(Executor background) {
        this.background = background;
    }

    /// The legs, as far as they are known: those of the shown index, or of an earlier part of the
    /// same capture ([Legs#index] names it).
    public ReadOnlyObjectProperty<Optional<Legs>> legsProperty() {
        return legs.getReadOnlyProperty();
    }

    /// Whether they are being looked for.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// How far the run is, from 0 to 1; below 0 where that is not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Looks for the legs of this index from now on.
    ///
    /// @param grows whether it is captured live: there is a pause between two looks at it then
    public void show(SipIndex index, boolean grows) {
        boolean isSame = wanted != null && files(wanted).equals(files(index));
        wanted = index;
        isGrowing = grows;
        if (!isSame) {
            legs.set(Optional.empty());
            begin();
        } else if (run == null) {
            beginInTime();
        }
    }

    /// The capture that is open grows no more.
    public void endGrowth() {
        isGrowing = false;
        if (isPausing) {
            beginInTime();
        }
    }

    /// Begins when the pause after the last run is over.
    private void beginInTime() {
        long left = isGrowing ? LookPace.OF_WINDOW.after(took).minusNanos(System.nanoTime() - endedAt).toNanos() : 0;
        if (left <= 0) {
            begin();
        } else if (!isPausing) {
            isPausing = true;
            CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS, Platform::runLater).execute(() -> {
                if (isPausing && run == null) {
                    begin();
                }
            });
        }
    }

    /// No capture is open any more.
    public void showNothing() {
        stop();
        wanted = null;
        legs.set(Optional.empty());
    }

    /// Looks with other settings from now on.
    public void use(LegSettings other) {
        settings = other;
        begin();
    }

    private static List<Path> files(SipIndex index) {
        return index.files().stream().map(CaptureSummary::path).toList();
    }

    private void begin() {
        stop();
        SipIndex index = wanted;
        if (index == null) {
            return;
        }
        LegSettings used = settings;
        RunTask<Legs> task = new RunTask<>(monitor -> index.opened().verified(() -> Legs.of(index, used, monitor)));
        task.setOnSucceeded(_ -> succeed(task));
        task.setOnFailed(_ -> fail(task));
        progress.bind(task.progressProperty());
        running.set(true);
        looking = index;
        run = task;
        beganAt = System.nanoTime();
        background.execute(task);
    }

    private void succeed(RunTask<Legs> task) {
        if (task.equals(run)) {
            boolean isLatest = looking != null && looking.equals(wanted);
            stop();
            endedAt = System.nanoTime();
            took = Duration.ofNanos(endedAt - beganAt).multipliedBy(Runtime.getRuntime().availableProcessors());
            legs.set(Optional.of(task.getValue()));
            if (!isLatest) {
                beginInTime();
            }
        }
    }

    private void fail(RunTask<Legs> task) {
        if (task.equals(run)) {
            FailureLog.warn(LOG, "The legs of calls cannot be looked for", task.getException());
            stop();
        }
    }

    private void stop() {
        isPausing = false;
        progress.unbind();
        running.set(false);
        if (run != null) {
            run.cancel();
            run = null;
        }
    }
}
