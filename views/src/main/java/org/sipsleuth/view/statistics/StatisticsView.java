package org.sipsleuth.view.statistics;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page of statistics. Used on the JavaFX thread.
public final class StatisticsView {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsView.class);

    private final StatisticsViewModel model;
    private final StatisticsController controller;
    private final WindowPane windows;
    private final Parent root;
    private final Executor background;

    /// @param selection the selection that it shows and sets
    /// @param background where it counts
    /// @param openDialogs shows the dialogs that were chosen
    public StatisticsView(SelectionModel selection, Executor background, Runnable openDialogs) {
        this.background = background;
        model = new StatisticsViewModel(selection, new Tasks());
        windows = new WindowPane(background, range -> selection.set(selection.get().withTime(Optional.of(range))));
        controller = new StatisticsController(model, openDialogs, windows);
        root = Views.load("Statistics.fxml", controller);
        root.sceneProperty().subscribe(scene -> {
            model.inSightProperty().set(scene != null);
            windows.setInSight(scene != null);
        });
    }

    /// The node to put into a window.
    public Parent root() {
        return root;
    }

    /// Shows a snapshot; called again with larger ones while a capture is read.
    public void show(SipIndex index) {
        model.show(index);
        windows.show(index);
    }

    /// Counts only the dialogs that the window's filter leaves.
    public void showFiltered(Optional<Filtered> left) {
        model.showFiltered(left);
        windows.showFiltered(left);
    }

    /// Shows that no capture is open.
    public void showNothing() {
        model.showNothing();
        windows.showNothing();
    }

    /// Runs work as tasks.
    private final class Tasks implements StatisticsViewModel.Background {
        @Override
        public <T> StatisticsViewModel.Running run(Function<RunMonitor, T> work, Consumer<T> then,
                Consumer<Throwable> failed) {
            RunTask<T> task = new RunTask<>(work::apply);
            task.setOnSucceeded(_ -> then.accept(task.getValue()));
            task.setOnFailed(_ -> {
                LOG.error("The statistics could not be counted", task.getException());
                failed.accept(task.getException());
            });
            controller.follow(task.shareProperty());
            background.execute(task);
            return task::cancel;
        }
    }
}
