package org.sipsleuth.view.session.leg;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks in the background for the legs of the open capture's calls. While a capture grows, a run
/// is not stopped by what came after it began: it ends, and the next one takes all that has come.
/// Used on the JavaFX thread.
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
    public void show(SipIndex index) {
        boolean grows = wanted != null && files(wanted).equals(files(index));
        wanted = index;
        if (!grows) {
            legs.set(Optional.empty());
        }
        if (run == null || !grows) {
            begin();
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
        background.execute(task);
    }

    private void succeed(RunTask<Legs> task) {
        if (task.equals(run)) {
            boolean isLatest = looking != null && looking.equals(wanted);
            stop();
            legs.set(Optional.of(task.getValue()));
            if (!isLatest) {
                begin();
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
        progress.unbind();
        running.set(false);
        if (run != null) {
            run.cancel();
            run = null;
        }
    }
}
