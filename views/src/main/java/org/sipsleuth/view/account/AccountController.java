package org.sipsleuth.view.account;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.account.AccountRow.Kind;
import org.sipsleuth.view.fx.Texts;

/// Binds the account's two tables to its view model.
final class AccountController {

    private static final String NUMBER_CLASS = "number";

    private final AccountViewModel model;
    private final Runnable close;

    @FXML private Label summary;
    @FXML private TableView<AccountRow> notReadTable;
    @FXML private TableColumn<AccountRow, String> notReadReason;
    @FXML private TableColumn<AccountRow, Number> notReadCount;
    @FXML private TableColumn<AccountRow, String> notReadExamples;
    @FXML private TableColumn<AccountRow, String> notReadFile;
    @FXML private TableView<AccountRow> defectTable;
    @FXML private TableColumn<AccountRow, String> defectReason;
    @FXML private TableColumn<AccountRow, Number> defectCount;
    @FXML private TableColumn<AccountRow, String> defectFile;

    AccountController(AccountViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summaryProperty());
        notReadTable.setItems(model.notRead());
        defectTable.setItems(model.defects());
        word(notReadReason, AccountRow::reason);
        word(notReadExamples, AccountRow::examples);
        word(notReadFile, AccountRow::file);
        word(defectReason, AccountController::defect);
        word(defectFile, AccountRow::file);
        number(notReadCount);
        number(defectCount);
        notReadTable.setPlaceholder(new Label(Texts.text("account.all.read")));
        defectTable.setPlaceholder(new Label(Texts.text("account.no.defects")));
    }

    private static String defect(AccountRow row) {
        return row.kind() == Kind.DAMAGE
                ? Texts.text("account.damage", row.count(), row.reason())
                : row.reason();
    }

    private static void word(
            TableColumn<AccountRow, String> column, Function<AccountRow, String> value) {
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(value.apply(c.getValue())));
        column.setCellFactory(_ -> new WordCell());
    }

    private static void number(TableColumn<AccountRow, Number> column) {
        column.getStyleClass().add(NUMBER_CLASS);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue().count()));
        column.setCellFactory(_ -> new CountCell());
    }

    @FXML
    private void copyText() {
        copy(AccountText.plain(model.all()));
    }

    @FXML
    private void copyCsv() {
        copy(AccountText.csv(model.all()));
    }

    @FXML
    private void close() {
        close.run();
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// A text, told whole where the pointer rests on it.
    private static final class WordCell extends TableCell<AccountRow, String> {

        @Override
        protected void updateItem(@Nullable String word, boolean empty) {
            super.updateItem(word, empty);
            boolean silent = empty || word == null || word.isEmpty();
            setText(silent ? null : word);
            setTooltip(silent ? null : new Tooltip(word));
        }
    }

    /// A count with its thousands apart; a damaged byte is no count and is left out.
    private static final class CountCell extends TableCell<AccountRow, Number> {

        CountCell() {
            getStyleClass().add(NUMBER_CLASS);
        }

        @Override
        protected void updateItem(Number count, boolean empty) {
            super.updateItem(count, empty);
            AccountRow row = getTableRow() == null ? null : getTableRow().getItem();
            boolean silent = empty || row == null || row.kind() == Kind.DAMAGE;
            setText(silent ? "" : String.format(Locale.ENGLISH, "%,d", count.longValue()));
        }
    }
}
