package org.sipsleuth.view.account;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.view.account.AccountRow.Kind;
import org.sipsleuth.view.ui.WindowFaults;

/// What the columns of the account's tables show.
final class AccountCells {

    private static final String NUMBER_CLASS = "number";
    private static final String HOLE_CLASS = "hole";

    private AccountCells() {}

    /// A column of words.
    static <R> void word(TableColumn<R, String> column, Function<R, String> value) {
        WindowFaults.values(column, FaultSink.FAILED, value);
        column.setCellFactory(_ -> new WordCell<>());
    }

    /// A column of counts.
    static <R> void number(TableColumn<R, Number> column, Function<R, Number> value) {
        column.getStyleClass().add(NUMBER_CLASS);
        WindowFaults.values(column, value);
        column.setCellFactory(_ -> new CountCell<>());
    }

    /// The column of how files follow each other.
    static void follows(TableColumn<FileRow, String> column) {
        word(column, FileRow::follows);
        column.setCellFactory(_ -> new MarkedCell<>(FileRow::isGap));
    }

    /// The column of why frames yielded no message.
    static void reason(TableColumn<AccountRow, String> column) {
        word(column, AccountRow::reason);
        column.setCellFactory(_ -> new MarkedCell<>(row -> row.kind() == Kind.NOT_READ));
    }

    /// A text, shown in full in a tooltip.
    private static class WordCell<R> extends TableCell<R, String> {

        @Override
        protected void updateItem(@Nullable String word, boolean empty) {
            super.updateItem(word, empty);
            boolean silent = empty || word == null || word.isEmpty();
            setText(silent ? null : word);
            setTooltip(silent ? null : new Tooltip(word));
        }
    }

    /// A text with a mark where something is missing.
    private static final class MarkedCell<R> extends WordCell<R> {

        private final Predicate<R> isMarked;
        private final FontIcon mark = new FontIcon("fth-alert-triangle");

        MarkedCell(Predicate<R> isMarked) {
            this.isMarked = isMarked;
        }

        @Override
        protected void updateItem(@Nullable String word, boolean empty) {
            super.updateItem(word, empty);
            R row = getTableRow() == null ? null : getTableRow().getItem();
            boolean isMissing = !empty && row != null && isMarked.test(row);
            setGraphic(isMissing ? mark : null);
            getStyleClass().remove(HOLE_CLASS);
            if (isMissing) {
                getStyleClass().add(HOLE_CLASS);
            }
        }
    }

    /// A count with its thousands apart. Damage and gaps have their own counts, which are no frames
    /// or messages, in words.
    private static final class CountCell<R> extends TableCell<R, Number> {

        CountCell() {
            getStyleClass().add(NUMBER_CLASS);
        }

        @Override
        protected void updateItem(Number count, boolean empty) {
            super.updateItem(count, empty);
            R item = getTableRow() == null ? null : getTableRow().getItem();
            boolean silent = empty || item == null
                    || (item instanceof AccountRow row && (row.kind() == Kind.DAMAGE || row.kind() == Kind.GAP));
            setText(silent ? "" : String.format(Locale.ENGLISH, "%,d", count.longValue()));
        }
    }
}
