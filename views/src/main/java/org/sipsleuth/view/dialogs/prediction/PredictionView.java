package org.sipsleuth.view.dialogs.prediction;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.view.dialogs.prediction.course.CourseFollower;
import org.sipsleuth.view.dialogs.prediction.course.Likely;
import org.sipsleuth.view.fx.RunTask;
import org.sipsleuth.view.fx.SelectionModel;
import org.sipsleuth.view.fx.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The panel that tells which known dialog the current one is becoming, how sure that is, and what
/// comes next. Used on the JavaFX thread.
public final class PredictionView {

    private static final Logger LOG = LoggerFactory.getLogger(PredictionView.class);

    /// Runs work on the shared pool.
    private static final CourseFollower.Background POOL =
            new CourseFollower.Background() {
                @Override
                public <T> void run(Supplier<T> work, Consumer<Optional<T>> then) {
                    RunTask<T> task = new RunTask<>(_ -> work.get());
                    task.setOnSucceeded(_ -> then.accept(Optional.of(task.getValue())));
                    task.setOnFailed(
                            _ -> {
                                LOG.error("A dialog cannot be followed", task.getException());
                                then.accept(Optional.empty());
                            });
                    task.start();
                }
            };

    private final PredictionViewModel viewModel;
    private final Parent root;

    /// @param selection gets the message that is clicked in the chart
    /// @param model the model in use
    public PredictionView(
            SelectionModel selection, ObservableValue<Optional<SequenceModel>> model) {
        viewModel = new PredictionViewModel(model, POOL);
        PredictionController controller =
                new PredictionController(
                        viewModel,
                        message -> selection.set(selection.get().withMessages(List.of(message))));
        root = Views.load("Prediction.fxml", controller);
    }

    /// The node to put into a window.
    public Parent root() {
        return root;
    }

    /// Follows the dialog of this message of the index, up to it.
    public void follow(SipIndex index, int message) {
        viewModel.follow(index, message);
    }

    /// Shows that no dialog is chosen.
    public void showNothing() {
        viewModel.showNothing();
    }

    /// Which messages are likely to come after the current one, the likeliest first; empty where
    /// that is not known.
    public ObservableValue<List<Likely>> likely() {
        return viewModel.likelyProperty();
    }
}
