package org.sipsleuth.view.statistics;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Some figures under one title, in rows: a name, then numbers.
final class Card {

    private final VBox root = new VBox();
    private final GridPane grid = new GridPane();
    private final int columns;
    private int rows;

    /// @param heads of the columns of numbers
    Card(String title, String... heads) {
        columns = heads.length;
        Label head = new Label(title);
        head.getStyleClass().add("card-title");
        root.getStyleClass().add("statistics-card");
        root.getChildren().addAll(head, grid);
        grid.getStyleClass().add("card-grid");
        ColumnConstraints names = new ColumnConstraints(60, 160, Double.MAX_VALUE);
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(names);
        for (String each : heads) {
            ColumnConstraints numbers = new ColumnConstraints();
            numbers.setHalignment(HPos.RIGHT);
            numbers.setMinWidth(Region.USE_PREF_SIZE);
            grid.getColumnConstraints().add(numbers);
            Label over = new Label(each);
            over.getStyleClass().add("card-head");
            grid.add(over, grid.getColumnConstraints().size() - 1, 0);
        }
        rows = 1;
    }

    /// The card.
    Region root() {
        return root;
    }

    /// How many rows it has.
    int rows() {
        return rows;
    }

    /// Adds a row.
    ///
    /// @param styleClass of its name, or empty
    void row(String name, String tip, String styleClass, Node... numbers) {
        Label label = new Label(name);
        label.setMinWidth(0);
        label.setWrapText(true);
        if (!styleClass.isEmpty()) {
            label.getStyleClass().add(styleClass);
        }
        if (!tip.isEmpty()) {
            Tooltip words = new Tooltip(tip);
            words.setWrapText(true);
            words.setMaxWidth(420);
            label.setTooltip(words);
        }
        grid.add(label, 0, rows);
        for (int i = 0; i < numbers.length; i++) {
            grid.add(numbers[i], i + 1, rows);
        }
        rows++;
    }

    /// Adds a sentence below the row before.
    void note(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().add("card-note");
        label.setWrapText(true);
        grid.add(label, 0, rows++, columns + 1, 1);
    }
}
