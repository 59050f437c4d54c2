package org.sipsleuth.view.belief;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.sipsleuth.belief.source.BeliefDetection;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.belief.state.Background;
import org.sipsleuth.view.belief.state.BeliefState;
import org.sipsleuth.view.belief.state.Beliefs;
import org.sipsleuth.view.belief.state.Believed;
import org.sipsleuth.view.belief.state.Focus;
import org.sipsleuth.view.belief.state.FoundBeliefs;
import org.sipsleuth.view.belief.step.StepPane;
import org.sipsleuth.view.belief.table.TableFiles;
import org.sipsleuth.view.fx.FailureLog;
import org.sipsleuth.view.fx.RunTask;
import org.sipsleuth.view.fx.SelectionModel;
import org.sipsleuth.view.fx.Views;
import org.sipsleuth.view.fx.chart.ChartLook;
import org.sipsleuth.view.fx.command.CommandGroup;
import org.sipsleuth.view.fx.session.SessionModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page of beliefs. Used on the JavaFX thread.
public final class BeliefsView {

    private static final Logger LOG = LoggerFactory.getLogger(BeliefsView.class);

    /// While nobody looks at the page, a capture that grows is not counted again and again.
    private static final Duration REST = Duration.seconds(1.5);

    private static final int MOST_IN_BADGE = 999;

    private final Beliefs beliefs;
    private final BeliefsController controller;
    private final FoundBeliefs found;
    private final StepPane step;
    private final Parent root;
    private final PauseTransition rest = new PauseTransition(REST);
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");

    /// Where the work is done.
    ///
    /// @param counting counts the periods of whole captures
    /// @param quick for what is shown in a blink
    public record Executors(Executor counting, Executor quick) {}

    /// @param selection the selection that it shows and sets
    /// @param session looks for attacks with the tables of the page
    /// @param files asks for files with tables
    /// @param open shows the page
    public BeliefsView(
            SelectionModel selection,
            SessionModel session,
            Executors executors,
            TableFiles files,
            Runnable open) {
        Background quiet = new Tasks(executors.quick(), _ -> {});
        beliefs = new Beliefs(selection, new Tasks(executors.counting(), this::follow));
        Focus focus = new Focus(beliefs, selection, quiet);
        found = new FoundBeliefs(beliefs, session, quiet, this::follow);
        controller = new BeliefsController(beliefs, focus, selection, files, quiet);
        step =
                new StepPane(
                        beliefs,
                        quiet,
                        place -> {
                            focus.lookAt(place.source(), place.period());
                            open.run();
                        });
        root = Views.load("Beliefs.fxml", controller);
        root.sceneProperty().subscribe(scene -> want(scene != null));
        step.root().sceneProperty().subscribe(scene -> want(scene != null));
        rest.setOnFinished(_ -> beliefs.wantedProperty().set(true));
        beliefs.stateProperty().subscribe(state -> badge.set(badge(state)));
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (controller.commands().handle(event)) {
                        event.consume();
                    }
                });
        executors.quick().execute(ChartLook::warmUp);
    }

    private void want(boolean isSeen) {
        if (isSeen) {
            beliefs.wantedProperty().set(true);
        }
    }

    private void follow(ReadOnlyDoubleProperty progress) {
        controller.follow(progress);
    }

    private void follow(RunTask<?> task) {
        controller.follow(task.progressProperty());
    }

    private static String badge(BeliefState state) {
        long suspects = state.believed().map(Believed::suspects).orElse(0L);
        return suspects == 0 ? "" : suspects > MOST_IN_BADGE ? "999+" : Long.toString(suspects);
    }

    /// The node to put into a window.
    public Parent root() {
        return root;
    }

    /// What is believed of the source of the message that the ladder stands at.
    public Node step() {
        return step.root();
    }

    /// Tells beside the ladder of the source of this message from now on, up to the message.
    public void follow(SipIndex index, int message) {
        step.follow(index, message);
    }

    /// The ladder stands at no message.
    public void followNothing() {
        step.followNothing();
    }

    /// What can be done here.
    public CommandGroup commands() {
        return controller.commands();
    }

    /// What is found by beliefs in the whole capture.
    public ReadOnlyObjectProperty<Optional<BeliefDetection>> foundProperty() {
        return found.foundProperty();
    }

    /// How many sources there are of which an attack is believed.
    public ReadOnlyStringProperty badge() {
        return badge.getReadOnlyProperty();
    }

    /// Shows a snapshot; called again with larger ones while a capture is read.
    public void show(SipIndex index) {
        if (root.getScene() == null) {
            await();
        }
        beliefs.show(index);
    }

    /// While the page is not looked at, a capture that grows is counted now and then for the belief
    /// beside the ladder, or when it has stopped growing if nobody sees that either.
    private void await() {
        boolean isResting = rest.getStatus() == Animation.Status.RUNNING;
        boolean isSeen = step.isSeen();
        beliefs.wantedProperty().set(isSeen && !isResting);
        if (!isSeen || !isResting) {
            rest.playFromStart();
        }
    }

    /// Shows that no capture is open.
    public void showNothing() {
        rest.stop();
        beliefs.showNothing();
    }

    /// Tells what messages really are, or does not.
    public void showTruth(Optional<IndexTruth> truth) {
        controller.showTruth(truth);
    }

    /// Runs work as tasks.
    private record Tasks(Executor executor, Consumer<RunTask<?>> follower) implements Background {
        @Override
        public <T> Running run(RunTask.Run<T> work, Consumer<T> then, Consumer<Throwable> failed) {
            RunTask<T> task = new RunTask<>(work);
            task.setOnSucceeded(_ -> then.accept(task.getValue()));
            task.setOnFailed(
                    _ -> {
                        if (!(task.getException() instanceof IOException)) { // files are told of
                            FailureLog.warn(LOG, "Beliefs cannot be formed", task.getException());
                        }
                        failed.accept(task.getException());
                    });
            follower.accept(task);
            executor.execute(task);
            return task::cancel;
        }
    }
}
