package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads captures in the background, one run at a time, and leads the view model through it. Used
/// on the JavaFX thread.
public final class CaptureLoader {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureLoader.class);

    private final CaptureReader reader;
    private final WorkbenchViewModel model;
    private final Executor readingThread;
    private final Function<List<Path>, ReadOptions> options;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private @Nullable RunTask<ReadCaptures> run;

    /// @param readingThread one thread: a run begins when the one before it has ended, also when
    /// that one was cancelled
    /// @param options how files are read with these key logs, asked for each run
    public CaptureLoader(CaptureReader reader, WorkbenchViewModel model, Executor readingThread,
            Function<List<Path>, ReadOptions> options) {
        this.options = options;
        this.reader = reader;
        this.model = model;
        this.readingThread = readingThread;
    }

    /// How far the run is, in [0, 1]; -1 while that is unknown.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What the run is doing, in words.
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Whether captures are being read.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Reads captures. A run that is under way is cancelled first.
    ///
    /// @param opened is called when they have been read
    public void open(OpenRequest request, Runnable opened) {
        drop();
        model.begin(request);
        ReadOptions now = options.apply(request.keyLogs());
        AtomicInteger secrets = new AtomicInteger();
        AtomicReference<@Nullable SipIndex> latest = new AtomicReference<>();
        AtomicReference<Runnable> deliver = new AtomicReference<>(() -> {});
        FirstDrawn first = new FirstDrawn();
        RunTask<ReadCaptures> task = new RunTask<>(monitor -> {
            secrets.set(KeyLog.read(request.keyLogs()).size());
            return ReadCaptures.of(reader, request.captures(), now, monitor,
                    coalesced(latest, first, () -> deliver.get().run()));
        });
        deliver.set(() -> {
            SipIndex partial = latest.getAndSet(null);
            if (isCurrent(task) && partial != null) {
                model.show(partial);
                first.show();
            } else {
                first.release();
            }
        });
        task.setOnSucceeded(_ -> {
            if (isCurrent(task)) {
                end(() -> model.finish(task.getValue().index(), task.getValue().unreadable(), secrets.get()));
                opened.run();
            }
        });
        task.setOnFailed(_ -> failed(task, request));
        run = task;
        running.set(true);
        progress.bind(task.shareProperty());
        stage.bind(task.stageProperty());
        readingThread.execute(task);
    }

    /// Asks the run to stop, and brings back the state before it.
    public void cancel() {
        if (run != null) {
            drop();
            end(model::cancel);
        }
    }

    /// Hands over the latest of many: while one delivery waits for the JavaFX thread, no second is
    /// queued.
    private static Consumer<SipIndex> coalesced(AtomicReference<@Nullable SipIndex> latest, FirstDrawn first,
            Runnable deliver) {
        return partial -> {
            if (latest.getAndSet(partial) == null) {
                Platform.runLater(deliver);
            }
            first.await();
        };
    }

    private void failed(RunTask<ReadCaptures> task, OpenRequest request) {
        Throwable cause = task.getException();
        FailureLog.warn(LOG, "Captures cannot be opened", cause);
        if (isCurrent(task)) {
            end(() -> model.fail(OpenFailure.of(cause, request)));
        }
    }

    private boolean isCurrent(RunTask<ReadCaptures> task) {
        return task.equals(run);
    }

    private void drop() {
        if (run != null) {
            RunTask<ReadCaptures> old = run;
            run = null;
            old.cancel();
        }
    }

    /// Ends a run. What waits for the end finds the state after it, not a part of the capture.
    private void end(Runnable state) {
        run = null;
        try {
            state.run();
        } finally {
            if (run == null) { // the state may have begun another
                progress.unbind();
                stage.unbind();
                progress.set(-1);
                stage.set("");
                running.set(false);
            }
        }
    }
}
