package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.sequence.prediction.course.CourseFollower;
import org.sipsleuth.view.sequence.prediction.course.Likely;
import org.sipsleuth.view.sequence.prediction.course.Percent;
import org.sipsleuth.view.sequence.prediction.hop.HopCourse;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.page.LadderCompanion;
import org.sipsleuth.view.session.page.LikelyMessage;
import org.sipsleuth.view.session.page.MessageSurprise;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The panel that shows which known dialog the current one is becoming, how sure that is, and what
/// comes next. Used on the JavaFX thread.
public final class PredictionView implements LadderCompanion {

    private static final Logger LOG = LoggerFactory.getLogger(PredictionView.class);

    /// Runs work on the shared pool.
    private static final CourseFollower.Background POOL = new CourseFollower.Background() {
        @Override
        public <T> void run(Supplier<T> work, Consumer<Optional<T>> then) {
            RunTask<T> task = new RunTask<>(_ -> work.get());
            task.setOnSucceeded(_ -> then.accept(Optional.of(task.getValue())));
            task.setOnFailed(_ -> {
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
    /// @param found what it found in the capture, whether it fits or not
    /// @param judged the same, with the dialogs that it judges; empty where it fits no network
    /// @param misfit why it does not suit the capture; empty if it does
    public PredictionView(SelectionModel selection, ObservableValue<Optional<SequenceModel>> model,
            ObservableValue<Optional<SequenceDetection>> found, ObservableValue<Optional<JudgedDialogs>> judged,
            ObservableValue<String> misfit) {
        viewModel = new PredictionViewModel(model, found, judged, POOL);
        PredictionController controller = new PredictionController(viewModel, misfit,
                message -> selection.set(selection.get().withMessages(List.of(message))));
        root = Views.load("Prediction.fxml", controller);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public boolean isTall() {
        return true;
    }

    @Override
    public void follow(SipIndex index, int message) {
        viewModel.follow(index, message);
    }

    @Override
    public void followNothing() {
        viewModel.showNothing();
    }

    @Override
    public ObservableValue<List<LikelyMessage>> likely() {
        return viewModel.likelyProperty().map(likely -> likely.stream().map(PredictionView::words).toList());
    }

    @Override
    public ObservableValue<MessageSurprise> surprise() {
        return viewModel.hopsProperty().map(hops -> hops.map(HopCourse::surprise).orElse(MessageSurprise.NONE));
    }

    private static LikelyMessage words(Likely next) {
        return new LikelyMessage(next.type(),
                Texts.text(next.came() ? "sequence.prediction.likely.came" : "sequence.prediction.likely",
                        DifferenceText.shown(next.type()), Percent.of(next.probability())),
                next.came());
    }
}
