package org.sipsleuth.view.incident.part;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// A part of a page below its title.
public final class Section extends VBox {

    public Section(String title, Node... content) {
        this(Tags.label(title, "section-title"), content);
    }

    /// @param head with the title
    public Section(Node head, Node... content) {
        super(head);
        getChildren().addAll(content);
        getStyleClass().add("overview-section");
    }

    /// A grid whose columns have these shares of its width, in percent.
    public static GridPane columns(int... shares) {
        GridPane rows = new GridPane();
        for (int share : shares) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            rows.getColumnConstraints().add(column);
        }
        return rows;
    }
}
