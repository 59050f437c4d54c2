package org.sipsleuth.view.statistics;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Stands cards in as many columns as there is room for, each under the shortest.
final class CardColumns {

    private static final double COLUMN_WIDTH = 560;
    private static final int MOST_COLUMNS = 4;

    private final HBox root = new HBox();
    private List<Card> cards = List.of();
    private int columns;

    CardColumns() {
        root.getStyleClass().add("statistics-columns");
        root.widthProperty().subscribe(width -> resized(width.doubleValue()));
    }

    HBox root() {
        return root;
    }

    void show(List<Card> shown) {
        cards = List.copyOf(shown);
        arrange();
    }

    private void resized(double width) {
        int fit = (int) Math.clamp(width / COLUMN_WIDTH, 1, MOST_COLUMNS);
        if (fit != columns) {
            columns = fit;
            arrange();
        }
    }

    private void arrange() {
        List<VBox> boxes = new ArrayList<>();
        int[] heights = new int[Math.max(1, columns)];
        for (int i = 0; i < heights.length; i++) {
            VBox box = new VBox();
            box.getStyleClass().add("statistics-column");
            box.setMinWidth(0);
            box.setPrefWidth(COLUMN_WIDTH);
            HBox.setHgrow(box, Priority.ALWAYS);
            boxes.add(box);
        }
        for (Card card : cards) {
            int shortest = 0;
            for (int i = 1; i < heights.length; i++) {
                shortest = heights[i] < heights[shortest] ? i : shortest;
            }
            boxes.get(shortest).getChildren().add(card.root());
            heights[shortest] += card.rows() + 3;
        }
        root.getChildren().setAll(boxes);
    }
}
