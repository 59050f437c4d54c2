package org.sipsleuth.view.account;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.ui.Texts;

/// Binds the account's tables to its view model.
final class AccountController {

    private final AccountViewModel model;
    private final Runnable close;

    @FXML private Label summary;
    @FXML private Label keysHint;
    @FXML private VBox fileBox;
    @FXML private TableView<FileRow> fileTable;
    @FXML private TableColumn<FileRow, Number> filePlace;
    @FXML private TableColumn<FileRow, String> fileName;
    @FXML private TableColumn<FileRow, String> fileBegins;
    @FXML private TableColumn<FileRow, String> fileFollows;
    @FXML private TableColumn<FileRow, Number> fileCoverage;
    @FXML private TableColumn<FileRow, Number> fileRepeated;
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
        keysHint.visibleProperty().bind(model.keysOpenProperty());
        keysHint.managedProperty().bind(model.keysOpenProperty());
        initializeFiles();
        notReadTable.setItems(model.notRead());
        defectTable.setItems(model.defects());
        AccountCells.reason(notReadReason);
        AccountCells.word(notReadExamples, AccountRow::examples);
        AccountCells.word(notReadFile, AccountRow::file);
        AccountCells.word(defectReason, AccountController::defect);
        AccountCells.word(defectFile, AccountRow::file);
        AccountCells.number(notReadCount, AccountRow::count);
        AccountCells.number(defectCount, AccountRow::count);
        notReadTable.setPlaceholder(new Label(Texts.text("account.all.read")));
        defectTable.setPlaceholder(new Label(Texts.text("account.no.defects")));
    }

    private static String defect(AccountRow row) {
        return switch (row.kind()) {
            case DAMAGE -> Texts.text("account.damage", row.count(), row.reason());
            case GAP -> Texts.text("account.gaps.frames", row.reason(), row.count(), row.examples());
            case PLACE, REPEATED, NOT_READ, NO_MESSAGE, DEFECT -> row.reason();
        };
    }

    private void initializeFiles() {
        fileTable.setItems(model.files());
        fileBox.visibleProperty().bind(Bindings.isNotEmpty(model.files()));
        fileBox.managedProperty().bind(fileBox.visibleProperty());
        AccountCells.number(filePlace, FileRow::place);
        AccountCells.word(fileName, FileRow::file);
        AccountCells.word(fileBegins, FileRow::begins);
        AccountCells.follows(fileFollows);
        AccountCells.number(fileCoverage, FileRow::coverage);
        AccountCells.number(fileRepeated, FileRow::repeated);
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
}
