package org.sipsleuth.view.dialogs;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.sipsleuth.view.dialogs.rows.DialogColumn;

/// Shares the width of the table among its columns: numbers and the few words of the truth keep
/// theirs, texts take what is left, but are not squeezed below what can be read.
final class ColumnWidths {

    private static final double READABLE_SHARE = 0.6;
    private static final double SCROLL_BAR = 16;

    private ColumnWidths() {}

    /// Shares the width now and whenever the table or its choice of columns changes. A column that
    /// is dragged takes the width it is given.
    static void share(TableView<Integer> table) {
        table.setColumnResizePolicy(
                features -> {
                    if (features.getColumn() == null) {
                        fill(table);
                        return false;
                    }
                    return TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
                });
        table.getVisibleLeafColumns()
                .addListener((ListChangeListener<TableColumn<Integer, ?>>) _ -> fill(table));
    }

    /// Shares the width now.
    static void fill(TableView<Integer> table) {
        List<TableColumn<Integer, ?>> texts =
                table.getVisibleLeafColumns().stream().filter(ColumnWidths::isText).toList();
        double wanted = texts.stream().mapToDouble(ColumnWidths::wanted).sum();
        double fixed =
                table.getVisibleLeafColumns().stream()
                        .filter(column -> !isText(column))
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        double room = table.getWidth() - fixed - SCROLL_BAR;
        if (wanted == 0 || table.getWidth() <= 0) {
            return;
        }
        double share = Math.max(READABLE_SHARE, room / wanted);
        texts.forEach(column -> column.setPrefWidth(Math.floor(share * wanted(column))));
    }

    private static boolean isText(TableColumn<Integer, ?> column) {
        return column.getUserData() instanceof DialogColumn meant
                && meant != DialogColumn.TRUTH
                && (meant.kind() == DialogColumn.Kind.TEXT
                        || meant.kind() == DialogColumn.Kind.ENDPOINT);
    }

    private static double wanted(TableColumn<Integer, ?> column) {
        return column.getUserData() instanceof DialogColumn meant ? meant.width() : 0;
    }
}
