package org.sipsleuth.view.belief;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.belief.state.Background;
import org.sipsleuth.view.belief.state.Beliefs;
import org.sipsleuth.view.belief.state.Focus;
import org.sipsleuth.view.belief.state.FoundBeliefs;
import org.sipsleuth.view.belief.step.StepPane;
import org.sipsleuth.view.belief.table.TablesLearning;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.session.page.LadderCompanion;
import org.sipsleuth.view.session.page.ModelOrigin;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.chart.ChartLook;
import org.sipsleuth.view.ui.command.CommandGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page of beliefs. Used on the JavaFX thread.
public final class BeliefsPage implements Page {

    private static final Logger LOG = LoggerFactory.getLogger(BeliefsPage.class);

    /// While nobody looks at the page, a capture that grows is not counted again and again.
    private static final Duration REST = Duration.seconds(1.5);

    private static final String ID = "beliefs";
    private static final FileChoice.Kind TABLES =
            new FileChoice.Kind("tables.directory", "belief.tables.chooser.", List.of("*.yaml", "*.yml"));

    private final Beliefs beliefs;
    private final Focus focus;
    private final BeliefsController controller;
    private final StepPane step;
    private final Parent root;
    private final Background opening;
    private final PauseTransition rest = new PauseTransition(REST);

    public BeliefsPage(Workplace place) {
        Executor quick = place.background().pool();
        SelectionModel selection = place.selection();
        Background quiet = new Tasks(quick, _ -> {});
        opening = quiet;
        beliefs = new Beliefs(selection, new Tasks(place.background().counting(), this::follow));
        focus = new Focus(beliefs, selection, quiet);
        place.session().foundProperty().subscribe(focus::follow);
        FoundBeliefs found = new FoundBeliefs(beliefs, place.session(), quiet, this::follow);
        controller = new BeliefsController(beliefs, focus, selection, place.session().foundProperty(),
                found.foundProperty(), place.window()::openIncident, place.files().apply(TABLES),
                new TablesLearning(beliefs.tables(), beliefs::index, place.session().methods(),
                        new Tasks(place.background().training(), this::follow), place.program()),
                () -> place.session().faultOf(BeliefModel.KIND), quiet);
        step = new StepPane(beliefs, quiet, shown -> {
            focus.lookAt(shown.source(), shown.period());
            place.window().open(ID);
        });
        root = Views.load("Beliefs.fxml", controller);
        root.sceneProperty().subscribe(scene -> want(scene != null));
        step.root().sceneProperty().subscribe(scene -> want(scene != null));
        rest.setOnFinished(_ -> beliefs.wantedProperty().set(true));
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (controller.commands().handle(event)) {
                event.consume();
            }
        });
        quick.execute(ChartLook::warmUp);
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
        controller.follow(task.shareProperty());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-pie-chart";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<String> controlledMethod() {
        return Optional.of(BeliefModel.KIND);
    }

    @Override
    public void useModel(ModelFile model, ModelOrigin origin) {
        opening.run(_ -> BeliefModel.open(model), beliefs.tables()::own,
                failure -> FailureLog.warn(LOG, "Belief tables cannot be used", failure));
    }

    @Override
    public Optional<LadderCompanion> companion() {
        return Optional.of(step);
    }

    @Override
    public Optional<CommandGroup> commands() {
        return Optional.of(controller.commands());
    }

    @Override
    public void goTo(String source) {
        if (!source.isEmpty()) {
            focus.lookAt(source);
        }
    }

    @Override
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

    @Override
    public void showNothing() {
        rest.stop();
        beliefs.showNothing();
    }

    @Override
    public void showTruth(Optional<IndexTruth> truth) {
        controller.showTruth(truth);
    }

    /// Runs work as tasks.
    private record Tasks(Executor executor, Consumer<RunTask<?>> follower) implements Background {
        @Override
        public <T> Running run(RunTask.Run<T> work, Consumer<T> then, Consumer<Throwable> failed) {
            RunTask<T> task = new RunTask<>(work);
            task.setOnSucceeded(_ -> then.accept(task.getValue()));
            task.setOnFailed(_ -> {
                if (!(task.getException() instanceof IOException)) { // faults of files are shown
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
