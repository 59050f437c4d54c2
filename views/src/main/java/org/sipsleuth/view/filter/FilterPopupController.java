package org.sipsleuth.view.filter;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sipsleuth.filter.complete.Proposal;
import org.sipsleuth.filter.complete.Proposals;
import org.sipsleuth.filter.complete.Proposals.Edited;
import org.sipsleuth.view.ui.Texts;

/// Binds what is shown below the filter bar: what is wrong, what may be typed.
final class FilterPopupController {

    private static final int ROWS = 12;
    private static final double ROW = 24;
    private static final double PADDING = 10;

    private final FilterBarViewModel model;
    private final Consumer<Edited> put;

    @FXML private VBox root;
    @FXML private HBox mistake;
    @FXML private Label sentence;
    @FXML private Hyperlink repair;
    @FXML private ListView<Proposal> list;
    @FXML private Label keys;

    /// @param put shows a text with its caret in the bar
    FilterPopupController(FilterBarViewModel model, Consumer<Edited> put) {
        this.model = model;
        this.put = put;
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(model.openProperty());
        list.setCellFactory(_ -> new ProposalCell());
        list.setFixedCellSize(ROW);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        model.proposalsProperty().subscribe(this::show);
        model.checkProperty().subscribe(this::showCheck);
        model.chosenProperty().subscribe(place -> choose(place.intValue()));
    }

    private void show(Proposals proposals) {
        list.getItems().setAll(proposals.list());
        int rows = Math.min(ROWS, proposals.list().size());
        boolean isAny = rows > 0;
        list.setVisible(isAny);
        list.setManaged(isAny);
        keys.setVisible(isAny);
        keys.setManaged(isAny);
        list.setPrefHeight(rows * ROW + PADDING);
        list.setMinHeight(rows * ROW + PADDING);
        list.scrollTo(0);
        root.requestLayout();
    }

    private void showCheck(Check check) {
        mistake.setVisible(check.isWrong());
        mistake.setManaged(check.isWrong());
        sentence.setText(check.sentence());
        boolean isMeant = !check.suggestion().isEmpty();
        repair.setVisible(isMeant);
        repair.setManaged(isMeant);
        repair.setText(Texts.text("filter.repair", check.suggestion()));
        root.requestLayout();
    }

    private void choose(int place) {
        if (place < 0) {
            list.getSelectionModel().clearSelection();
            return;
        }
        list.getSelectionModel().clearAndSelect(place);
        list.scrollTo(Math.max(0, place - ROWS / 2));
    }

    /// The focus stays in the bar.
    private void pressed(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof ProposalCell)) {
            node = node.getParent();
        }
        if (node instanceof ProposalCell cell && event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            if (!cell.isEmpty()) {
                model.choose(cell.getIndex());
                model.accept().ifPresent(put);
            }
        }
    }

    @FXML
    private void repair() {
        model.repair().ifPresent(put);
    }
}
