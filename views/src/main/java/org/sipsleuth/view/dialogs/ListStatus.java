package org.sipsleuth.view.dialogs;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.dialogs.table.query.CommonDomain;
import org.sipsleuth.view.dialogs.table.query.GroupWords;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.RowGroups.Totals;
import org.sipsleuth.view.message.VisibleText;

/// The line below the list: what is chosen, in numbers; how far work on the list is, to be
/// cancelled there.
final class ListStatus {

    /// Work that takes less is not worth a bar.
    private static final Duration PATIENCE = Duration.millis(250);

    private static final int LONGEST_HOST = 40;

    private final DialogsViewModel model;
    private final HBox root = new HBox();
    private final Label words = new Label();
    private final Label omitted = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button("", new FontIcon("fth-x"));
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private Runnable stop = () -> {};

    ListStatus(DialogsViewModel model) {
        this.model = model;
        root.getStyleClass().add("dialogs-status");
        words.setId("dialogs-totals");
        words.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(words.textProperty());
        words.setTooltip(whole);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        omitted.setId("dialogs-omitted");
        omitted.setMinWidth(Region.USE_PREF_SIZE);
        omitted.managedProperty().bind(omitted.textProperty().isNotEmpty());
        omitted.setTooltip(new Tooltip(text("dialogs.omitted.tip")));
        bar.progressProperty().bind(progress);
        bar.setPrefWidth(90);
        bar.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setId("dialogs-cancel");
        cancel.getStyleClass().addAll("small", "flat", "button-icon");
        cancel.setTooltip(new Tooltip(text("dialogs.cancel")));
        cancel.setAccessibleText(text("dialogs.cancel"));
        cancel.setOnAction(_ -> stop.run());
        root.getChildren().addAll(words, bar, cancel, omitted);
        showBar(false);
        patience.setOnFinished(_ -> showBar(true));
        model.chosenProperty().subscribe(_ -> describe());
        model.listedProperty().subscribe(_ -> describe());
        model.rowsProperty().subscribe(_ -> describe()); // the filter may have changed
        model.listedProperty().subscribe(this::showOmitted);
    }

    /// The line.
    Node root() {
        return root;
    }

    /// Shows that work is being done, if it takes long.
    ///
    /// @param how far it is
    /// @param stopping what ends it
    void begin(ObservableValue<? extends Number> how, Runnable stopping) {
        progress.unbind();
        progress.bind(how);
        stop = stopping;
        if (!bar.isVisible()) {
            patience.playFromStart();
        }
    }

    /// Shows that it is done.
    void end() {
        patience.stop();
        progress.unbind();
        showBar(false);
    }

    /// Shows the progress of the leg search if it takes long.
    ///
    /// @param how from 0 to 1
    void watchLegs(ObservableBooleanValue running, ObservableDoubleValue how) {
        Label legsNote = new Label();
        legsNote.setId("dialogs-legs");
        legsNote.setMinWidth(Region.USE_PREF_SIZE);
        legsNote.textProperty()
                .bind(Bindings.createStringBinding(() -> text("dialogs.legs.running", Math.max(0, how.get())), how));
        legsNote.setVisible(false);
        legsNote.managedProperty().bind(legsNote.visibleProperty());
        PauseTransition wait = new PauseTransition(PATIENCE.multiply(4));
        wait.setOnFinished(_ -> legsNote.setVisible(running.get()));
        running.subscribe(now -> {
            legsNote.setVisible(false);
            if (now) {
                wait.playFromStart();
            } else {
                wait.stop();
            }
        });
        root.getChildren().add(1, legsNote);
    }

    /// Says something instead of the totals.
    void show(String sentence) {
        words.setText(sentence);
    }

    private void showBar(boolean isShown) {
        for (Node node : new Node[]{bar, cancel}) {
            node.setVisible(isShown);
            node.setManaged(isShown);
        }
    }

    private void showOmitted(@Nullable Listed listed) {
        String host = listed == null ? "" : CommonDomain.of(listed.index());
        omitted.setText(host.isEmpty() ? "" : text("dialogs.omitted", VisibleText.ofValue(host, LONGEST_HOST)));
    }

    private void describe() {
        Listed listed = model.listedProperty().get();
        List<Integer> chosen = model.chosenProperty().get();
        if (listed == null || chosen.isEmpty()) {
            words.setText(text("dialogs.totals.none"));
            return;
        }
        int size = listed.index().dialogs().size();
        int[] dialogs = chosen.stream().mapToInt(Integer::intValue).filter(d -> d < size).toArray();
        words.setText(GroupWords.of(Totals.of(listed.index(), dialogs, model.filtered())));
    }
}
