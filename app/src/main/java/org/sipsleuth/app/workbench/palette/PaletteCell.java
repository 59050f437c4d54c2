package org.sipsleuth.app.workbench.palette;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.sipsleuth.view.ui.ItemCell;

/// A row of the palette: what a command does, where it belongs, its keys.
final class PaletteCell extends ItemCell<PaletteEntry> {

    private final Label words = new Label();
    private final Label part = new Label();
    private final Label keys = new Label();
    private final HBox row;

    PaletteCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        part.getStyleClass().add("palette-part");
        keys.getStyleClass().add("key");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(words, part, gap, keys);
        row.getStyleClass().add("palette-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void show(PaletteEntry entry) {
        words.setText(entry.words());
        part.setText(entry.part());
        keys.setText(entry.keys());
        keys.setVisible(!entry.keys().isEmpty());
        setAccessibleText(entry.words() + " " + entry.keys());
        setGraphic(row);
    }
}
