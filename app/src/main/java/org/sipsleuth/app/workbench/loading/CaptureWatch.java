package org.sipsleuth.app.workbench.loading;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Changed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Ticks;

/// Looks from time to time whether the captures that are shown are still those that were opened.
/// Used on the JavaFX thread.
public final class CaptureWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final WorkbenchViewModel model;
    private final Executor background;
    private final Ticks clock = new Ticks(BETWEEN_LOOKS, this::look);
    private boolean looking;
    private boolean isShown = true;

    /// @param background one thread: files on a network may keep it waiting
    public CaptureWatch(WorkbenchViewModel model, Executor background) {
        this.model = model;
        this.background = background;
        model.stateProperty().subscribe(this::follow);
    }

    /// Looks only while the window is there: a clock that runs keeps all of it in memory.
    public void setShown(boolean shown) {
        isShown = shown;
        follow(model.state());
    }

    private void follow(WorkbenchState state) {
        if (isShown && watched(state).isPresent()) {
            clock.start();
        } else {
            clock.stop();
        }
    }

    private static Optional<OpenedFiles> watched(WorkbenchState state) {
        return state instanceof Shown(var shown) ? Optional.of(shown.index().opened()) : Optional.empty();
    }

    private void look() {
        Optional<OpenedFiles> files = watched(model.state());
        if (looking || files.isEmpty()) {
            return;
        }
        looking = true;
        RunTask<Optional<CaptureChangedException>> task = new RunTask<>(_ -> change(files.get()));
        task.setOnSucceeded(_ -> {
            looking = false;
            if (watched(model.state()).equals(files)) {
                task.getValue().ifPresent(model::change);
            }
        });
        task.setOnFailed(_ -> looking = false);
        background.execute(task);
    }

    private static Optional<CaptureChangedException> change(OpenedFiles files) {
        return files.files().stream().map(OpenedFile::change).flatMap(Optional::stream).findFirst();
    }

    /// Whether a failure comes from a capture that changed; then that is shown in a moment.
    public boolean explains(Throwable failure) {
        return watched(model.state()).flatMap(files -> files.causeOf(failure)).isPresent()
                || model.state() instanceof Changed;
    }
}
