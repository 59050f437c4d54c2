package org.sipsleuth.view.dialogs;

import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.sipsleuth.view.dialogs.column.DialogColumns;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.RowText;

/// Copies the rows that are chosen, with the columns in view.
final class ListCopies {

    /// More rows are saved, not copied.
    private static final int MOST_ROWS = 100_000;

    private final DialogsViewModel model;
    private final TableView<Integer> table;

    ListCopies(DialogsViewModel model, TableView<Integer> table) {
        this.model = model;
        this.table = table;
    }

    /// What the rows become.
    enum Form {
        TABS, CSV, JSON, MARKDOWN, CALL_IDS;

        private String write(RowText rows, List<Integer> dialogs) {
            return switch (this) {
                case TABS -> rows.tabSeparated(dialogs);
                case CSV -> rows.csv(dialogs);
                case JSON -> rows.json(dialogs);
                case MARKDOWN -> rows.markdown(dialogs);
                case CALL_IDS -> rows.callIds(dialogs);
            };
        }
    }

    /// Copies them.
    ///
    /// @return false if nothing is chosen
    boolean copy(Form form) {
        Listed listed = model.listedProperty().get();
        List<Integer> chosen = model.chosenRows();
        if (listed == null || chosen.isEmpty()) {
            return false;
        }
        List<Integer> dialogs = chosen.subList(0, Math.min(chosen.size(), MOST_ROWS));
        RowText rows = new RowText(listed, DialogColumns.shown(table));
        ClipboardContent content = new ClipboardContent();
        content.putString(form.write(rows, dialogs));
        Clipboard.getSystemClipboard().setContent(content);
        return true;
    }
}
