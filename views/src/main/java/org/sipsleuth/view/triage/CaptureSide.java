package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.sipsleuth.view.message.VisibleText;

/// The captures of one side of a comparison: each can be removed, and others added. Used on the
/// JavaFX thread.
final class CaptureSide extends FlowPane {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PATH = 400;

    /// So many stand side by side; the others are in a menu.
    private static final int MOST_SHOWN = 3;

    private final ObservableList<ChosenCapture> captures = FXCollections.observableArrayList();
    private final Label title;
    private final MenuButton add = new MenuButton();
    private final String id;
    private final int least;

    /// @param id what the ids of its parts begin with
    /// @param title which side it is
    /// @param least so many captures stay
    /// @param filled fills the menu of captures that can be added
    CaptureSide(String id, String title, int least, Consumer<CaptureSide> filled) {
        this.id = id;
        this.least = least;
        this.title = new Label(title);
        this.title.getStyleClass().add("triage-headline");
        this.title.setMinWidth(Region.USE_PREF_SIZE);
        add.setId(id);
        add.setText(text("triage.changes.add"));
        add.setAccessibleText(text("triage.changes.add.to", title));
        add.getStyleClass().add("small");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnShowing(_ -> filled.accept(this));
        getStyleClass().add("triage-capture-side");
        setHgap(6);
        setVgap(4);
        setAlignment(Pos.CENTER_LEFT);
        captures.addListener((ListChangeListener<ChosenCapture>) _ -> show());
        show();
    }

    /// Its captures, in the order in which they were added.
    ObservableList<ChosenCapture> captures() {
        return captures;
    }

    /// The menu of captures that can be added.
    MenuButton menu() {
        return add;
    }

    private void show() {
        getChildren().setAll(title);
        captures.stream().limit(MOST_SHOWN).map(this::chip).forEach(getChildren()::add);
        List<ChosenCapture> others = captures.stream().skip(MOST_SHOWN).toList();
        if (!others.isEmpty()) {
            MenuButton more = new MenuButton(text("triage.changes.more", others.size()));
            more.setId(id + "-more");
            more.getStyleClass().add("small");
            more.setMinWidth(Region.USE_PREF_SIZE);
            for (ChosenCapture each : others) {
                MenuItem item = new MenuItem(text("triage.changes.remove", name(each)));
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> captures.remove(each));
                more.getItems().add(item);
            }
            getChildren().add(more);
        }
        getChildren().add(add);
    }

    private static String name(ChosenCapture capture) {
        return VisibleText.ofValue(capture.name(), LONGEST_NAME);
    }

    private HBox chip(ChosenCapture capture) {
        Label name = new Label(name(capture));
        name.setTooltip(new Tooltip(VisibleText.ofValue(capture.key(), LONGEST_PATH)));
        Button remove = new Button("✕");
        remove.getStyleClass().addAll("small", "flat");
        remove.setAccessibleText(text("triage.changes.remove", name(capture)));
        remove.setTooltip(new Tooltip(remove.getAccessibleText()));
        remove.setDisable(captures.size() <= least);
        remove.setOnAction(_ -> {
            captures.remove(capture);
            add.requestFocus(); // the button is gone
        });
        HBox chip = new HBox(name, remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("triage-capture");
        return chip;
    }
}
