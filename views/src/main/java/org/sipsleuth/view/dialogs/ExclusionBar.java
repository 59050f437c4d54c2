package org.sipsleuth.view.dialogs;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.dialogs.table.query.Excluded;

/// A line above the ladder that is there while the ladder shows dialogs that are not in the list:
/// the filter can be cleared there, or those dialogs hidden.
final class ExclusionBar extends HBox {

    private final DialogsViewModel model;
    private final Label words = new Label();
    private final Button clear = new Button();
    private final Button hide = new Button(text("dialogs.excluded.hide"));
    private Runnable dropFilter = () -> {};

    ExclusionBar(DialogsViewModel model) {
        this.model = model;
        setId("dialogs-excluded");
        getStyleClass().add("exclusion-bar");
        words.setGraphic(new FontIcon("fth-filter"));
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        setHgrow(words, Priority.ALWAYS);
        clear.setId("dialogs-excluded-clear");
        hide.setId("dialogs-excluded-hide");
        for (Button button : new Button[]{clear, hide}) {
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        clear.setOnAction(_ -> clear(model.excludedProperty().get()));
        hide.setOnAction(_ -> model.chooseListedOnly());
        getChildren().setAll(words, clear, hide);
        managedProperty().bind(visibleProperty());
        model.excludedProperty().subscribe(this::show);
    }

    /// Uses this to clear the window's filter.
    void dropFilterBy(Runnable drop) {
        dropFilter = drop;
    }

    private void show(Excluded excluded) {
        setVisible(excluded.dialogs() > 0);
        words.setText(text("dialogs.excluded", excluded.dialogs(), excluded.chosen()));
        clear.setText(text("dialogs.excluded.clear." + cause(excluded)));
    }

    private static String cause(Excluded excluded) {
        boolean isFilter = excluded.byFilter();
        boolean isTime = excluded.byTime();
        boolean isSearch = excluded.bySearch();
        if (isFilter && !isTime && !isSearch) {
            return "filter";
        }
        if (isTime && !isFilter && !isSearch) {
            return "time";
        }
        return isSearch && !isFilter && !isTime ? "search" : "all";
    }

    private void clear(Excluded excluded) {
        if (excluded.byFilter()) {
            dropFilter.run();
        }
        if (excluded.byTime()) {
            model.clearTime();
        }
        if (excluded.bySearch()) {
            model.searchProperty().set("");
        }
    }
}
