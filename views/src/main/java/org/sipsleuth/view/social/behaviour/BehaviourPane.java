package org.sipsleuth.view.social.behaviour;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.social.cluster.ClusterChoice;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.social.behaviour.Behaviour.Axis;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Users as points, and beside them how many clusters they make, which is compared when the
/// analyst asks for it. Used on the JavaFX thread.
public final class BehaviourPane extends HBox {

    private static final Logger LOG = LoggerFactory.getLogger(BehaviourPane.class);

    /// So many clusters are compared.
    private static final int MOST_CLUSTERS = 12;

    private static final long SEED = 1;

    private final ScatterPane scatter;
    private final CurvesPane curves = new CurvesPane();
    private final Executor background;
    private final ComboBox<Axis> across = new ComboBox<>();
    private final ComboBox<Axis> up = new ComboBox<>();
    private final Button compare = new Button(text("social.compare"));
    private final Button cancel = new Button(text("social.compare.cancel"));
    private final ProgressBar progress = new ProgressBar();
    private final MenuButton copyCurves = new MenuButton();
    private final Label note = new Label(text("social.compare.note"));
    private Optional<Behaviour> shown = Optional.empty();
    private @Nullable RunTask<ClusterChoice> running;

    private static String word(Axis axis) {
        return switch (axis) {
            case Axis.Component(int number) -> text("social.scatter.pc", number + 1);
            case Axis.Of(Feature feature) -> SocialMethod.TEXTS.text("feature." + feature.name());
        };
    }

    /// @param background where numbers of clusters are compared
    /// @param choose hears the name of the user that is clicked on
    public BehaviourPane(Executor background, Consumer<String> choose) {
        this.background = background;
        scatter = new ScatterPane(choose);
        getStyleClass().add("social-tab");
        HBox.setHgrow(scatter, Priority.ALWAYS);
        MenuButton copy = menu("social-scatter-copy");
        ChartCopies.install(copy, scatter, () -> scatter.colours().fx(ChartColours.GROUND), scatter::data);
        axes(across, "social-scatter-x", "social.scatter.x", 0);
        axes(up, "social-scatter-y", "social.scatter.y", 1);
        Label by = new Label(text("social.scatter.by"));
        by.setMinWidth(USE_PREF_SIZE);
        HBox points = new HBox(across, by, up, gap(), copy);
        points.getStyleClass().add("social-tab-tools");
        VBox left = new VBox(points, scatter);
        VBox.setVgrow(scatter, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        compare.setId("social-compare");
        compare.getStyleClass().add("small");
        compare.setMinWidth(USE_PREF_SIZE);
        compare.setOnAction(_ -> compare());
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> stop());
        progress.setPrefWidth(90);
        copyCurves.setId("social-curves-copy");
        copyCurves.getStyleClass().addAll("small", "flat", "button-icon");
        copyCurves.setMinWidth(USE_PREF_SIZE);
        ChartCopies.install(copyCurves, curves, () -> curves.colours().fx(ChartColours.GROUND), curves::data);
        HBox tools = new HBox(compare, progress, cancel, gap(), copyCurves);
        tools.getStyleClass().add("social-tab-tools");
        note.getStyleClass().addAll("social-note", "social-foot");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        StackPane held = new StackPane(curves);
        VBox.setVgrow(held, Priority.ALWAYS);
        VBox right = new VBox(tools, held, note);
        right.setPrefWidth(420);
        right.setMinWidth(300);
        getChildren().setAll(left, right);
        showState();
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static MenuButton menu(String id) {
        MenuButton menu = new MenuButton();
        menu.setId(id);
        menu.getStyleClass().addAll("small", "flat", "button-icon");
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private void axes(ComboBox<Axis> box, String id, String key, int component) {
        box.setId(id);
        box.setAccessibleText(text(key));
        List<Axis> axes = new ArrayList<>();
        axes.add(new Axis.Component(0));
        axes.add(new Axis.Component(1));
        for (Feature feature : Feature.values()) {
            axes.add(new Axis.Of(feature));
        }
        box.getItems().setAll(axes);
        ItemCell.show(box, BehaviourPane::word);
        box.setValue(axes.get(component));
        box.setMinWidth(150);
        box.valueProperty().addListener(_ -> scatter.setAxes(across.getValue(), up.getValue()));
    }

    /// Shows users; empty where too few have enough calls.
    public void show(Optional<Behaviour> its) {
        boolean isSame = shown.isPresent() && its.isPresent() && shown.get().isOfSameUsers(its.get());
        shown = its;
        scatter.show(its);
        if (!isSame) {
            stop();
            curves.show(Optional.empty());
            note.setText(text("social.compare.note"));
        }
        showState();
    }

    /// Puts rings around flagged users.
    public void flag(Set<String> names) {
        scatter.flag(names);
    }

    /// Puts frames around users of incidents.
    ///
    /// @param titles those of the incidents that the user of a name belongs to; empty for none
    public void involve(UnaryOperator<String> titles) {
        scatter.involve(titles);
    }

    /// Marks a user.
    ///
    /// @param name empty for none
    public void choose(String name) {
        scatter.choose(name);
    }

    /// Marks a number of clusters.
    public void choose(int clusters) {
        curves.choose(clusters);
    }

    private void compare() {
        List<double[]> rows = shown.map(Behaviour::scaled).orElse(List.of());
        if (rows.isEmpty()) {
            return;
        }
        RunTask<ClusterChoice> task = new RunTask<>(monitor -> ClusterChoice.of(rows, MOST_CLUSTERS, SEED, monitor));
        running = task;
        progress.progressProperty().bind(task.progressProperty());
        task.setOnSucceeded(_ -> {
            curves.show(Optional.of(task.getValue()));
            note.setText(text("social.compare.result"));
            end(task);
        });
        task.setOnFailed(_ -> {
            FailureLog.warn(LOG, "Numbers of clusters were not compared", task.getException());
            note.setText(text("social.compare.failed"));
            end(task);
        });
        task.setOnCancelled(_ -> end(task));
        background.execute(task);
        showState();
    }

    private void end(RunTask<ClusterChoice> task) {
        if (running == task) {
            running = null;
            progress.progressProperty().unbind();
            showState();
        }
    }

    /// Stops what is compared.
    public void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    private void showState() {
        boolean isRunning = running != null;
        compare.setDisable(isRunning || shown.isEmpty());
        for (Region each : List.of(progress, cancel)) {
            each.setVisible(isRunning);
            each.setManaged(isRunning);
        }
    }
}
