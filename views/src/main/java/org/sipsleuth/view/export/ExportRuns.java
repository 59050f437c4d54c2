package org.sipsleuth.view.export;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.folder.FolderOpener;

/// Runs exports as tasks of JavaFX, and shows how far they are.
final class ExportRuns implements ExportModel.Background {

    private final Executor executor;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");

    /// @param executor does the work
    ExportRuns(Executor executor) {
        this.executor = executor;
    }

    /// How far it is, from 0 to 1; below 0 if that is not known.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What it is doing.
    ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Shows where a file is.
    ///
    /// @param failed receives the reason if that cannot be done
    void show(Path file, FolderOpener folders, Consumer<String> failed) {
        RunTask<Boolean> task = new RunTask<>(_ -> {
            folders.show(file);
            return true;
        });
        task.setOnFailed(_ -> failed.accept(String.valueOf(task.getException().getMessage())));
        executor.execute(task);
    }

    @Override
    public void validate(ExportOrder order, Consumer<ExportOrder.Answer> then) {
        RunTask<ExportOrder.Answer> task = new RunTask<>(_ -> order.validate());
        task.setOnSucceeded(_ -> then.accept(task.getValue()));
        executor.execute(task);
    }

    @Override
    public Runnable write(RunTask.Run<ExportOutcome> work, ExportModel.Ending ending) {
        RunTask<ExportOutcome> task = new RunTask<>(work);
        progress.bind(task.shareProperty());
        stage.bind(task.stageProperty());
        task.setOnSucceeded(_ -> ending.done(task.getValue()));
        task.setOnFailed(_ -> ending.failed(task.getException()));
        task.setOnCancelled(_ -> ending.stopped());
        executor.execute(task);
        return task::cancel;
    }
}
