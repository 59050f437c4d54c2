package org.sipsleuth.view.dialogs.search;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.search.SearchHits;
import org.sipsleuth.search.SearchKind;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.Texts;

/// Binds the bar of the search to its view model.
final class SearchController {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final SearchViewModel model;
    private final SelectionModel selection;
    private final Runnable leave;

    @FXML private Node bar;
    @FXML private TextField wanted;
    @FXML private ComboBox<SearchKind> kind;
    @FXML private Label result;
    @FXML private Node previous;
    @FXML private Node next;

    /// @param leave where the focus goes when the bar closes
    SearchController(SearchViewModel model, SelectionModel selection, Runnable leave) {
        this.model = model;
        this.selection = selection;
        this.leave = leave;
    }

    @FXML
    private void initialize() {
        bar.setVisible(false);
        bar.managedProperty().bind(bar.visibleProperty());
        kind.getItems().setAll(SearchKind.values());
        kind.setCellFactory(_ -> ItemCell.of(its -> words("dialogs.search.kind.", its)));
        kind.setButtonCell(ItemCell.of(its -> words("dialogs.search.kind.brief.", its))); // room is scarce in the bar
        kind.valueProperty().bindBidirectional(model.kindProperty());
        wanted.textProperty().bindBidirectional(model.textProperty());
        bar.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.stateProperty().subscribe(_ -> refresh());
        selection.selectionProperty().subscribe(_ -> refresh());
    }

    private static String words(String key, SearchKind kind) {
        return Texts.text(key + kind.name().toLowerCase(Locale.ROOT));
    }

    void open() {
        bar.setVisible(true);
        model.open(true);
        wanted.requestFocus();
        wanted.selectAll();
    }

    @FXML
    private void close() {
        bar.setVisible(false);
        model.open(false);
        leave.run();
    }

    @FXML
    private void next() {
        model.next();
    }

    @FXML
    private void previous() {
        model.previous();
    }

    private void keyPressed(KeyEvent event) {
        boolean inField = wanted.isFocused();
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && inField && event.isShiftDown()) {
            model.previous();
        } else if (event.getCode() == KeyCode.ENTER && inField) {
            model.next();
        } else {
            return;
        }
        event.consume();
    }

    private void refresh() {
        SearchState now = model.stateProperty().get();
        wanted.pseudoClassStateChanged(WRONG, now instanceof SearchState.Wrong);
        boolean nowhere = model.hits().stream().noneMatch(hits -> hits.size() > 0);
        previous.setDisable(nowhere);
        next.setDisable(nowhere);
        result.setText(switch (now) {
            case SearchState.Idle() -> "";
            case SearchState.Wrong(String words, int offset) -> Texts.text("dialogs.search.wrong", words, offset + 1);
            case SearchState.Running() -> Texts.text("dialogs.search.running");
            case SearchState.Failed() -> Texts.text("dialogs.search.failed");
            case SearchState.Found(SearchHits hits) -> words(hits);
        });
    }

    private String words(SearchHits hits) {
        int current = model.current();
        return current >= 0 && hits.has(current)
                ? Texts.text("dialogs.search.found.at", hits.before(current) + 1, hits.size(), hits.dialogs())
                : Texts.text("dialogs.search.found", hits.size(), hits.dialogs());
    }
}
