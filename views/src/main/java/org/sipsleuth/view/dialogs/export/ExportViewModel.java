package org.sipsleuth.view.dialogs.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.folder.FolderOpener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an export is doing, or how it ended.
final class ExportViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(ExportViewModel.class);

    private final Executor executor;
    private final FolderOpener folders;
    private final ReadOnlyObjectWrapper<Optional<Path>> written = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private Runnable stop = () -> {};

    /// @param executor runs what takes its time
    /// @param folders opens the folders of files
    ExportViewModel(Executor executor, FolderOpener folders) {
        this.executor = executor;
        this.folders = folders;
    }

    /// What is going on, or how it ended; empty if there is nothing to say.
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// The written file, if an export succeeded.
    ReadOnlyObjectProperty<Optional<Path>> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /// Whether it can be stopped.
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// How far it is, from 0 to 1; negative if that is not known.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What is done with a result, on the JavaFX thread.
    @FunctionalInterface
    interface ResultHandler<T> {
        /// Handles the result and returns the message for the user.
        String take(T result);
    }

    /// Runs an export; one that is running is stopped.
    ///
    /// @param doing the message while it runs
    <T> void run(String doing, RunTask.Run<T> work, ResultHandler<T> handler) {
        stop();
        RunTask<T> task = new RunTask<>(work);
        stop = task::cancel;
        running.set(true);
        words.set(doing);
        written.set(Optional.empty());
        progress.bind(task.progressProperty());
        task.setOnSucceeded(_ -> end(handler.take(task.getValue())));
        task.setOnCancelled(_ -> end(Texts.text("dialogs.export.stopped")));
        task.setOnFailed(_ -> {
            FailureLog.warn(LOG, "The ladder could not be exported", task.getException());
            String reason = task.getException().getMessage();
            end(Texts.text("dialogs.export.failed", reason == null ? "" : reason));
        });
        executor.execute(task);
    }

    /// Reports that a file was written.
    ///
    /// @return the message for the user
    String wrote(Path file) {
        written.set(Optional.of(file));
        return Texts.text("dialogs.export.written", file);
    }

    /// Shows the file that was written where it is, or reports why that cannot be done.
    void showFolder() {
        written.get().ifPresent(file -> {
            RunTask<String> task = new RunTask<>(_ -> {
                folders.show(file);
                return "";
            });
            task.setOnFailed(_ -> words.set(String.valueOf(task.getException().getMessage())));
            executor.execute(task);
        });
    }

    private void end(String outcome) {
        progress.unbind();
        running.set(false);
        words.set(outcome);
    }

    /// Shows a message without running an export.
    void showMessage(String outcome) {
        stop();
        written.set(Optional.empty());
        words.set(outcome);
    }

    /// Stops what is running, as soon as it hears of it.
    void stop() {
        stop.run();
        stop = () -> {};
    }

    /// Has nothing to say any more.
    void clear() {
        stop();
        written.set(Optional.empty());
        words.set("");
    }
}
