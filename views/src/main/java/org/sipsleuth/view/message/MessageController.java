package org.sipsleuth.view.message;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.message.text.StyledRange;
import org.sipsleuth.view.message.text.StyledTextArea;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.ui.Texts;

/// Binds the layout of a message to its view model.
final class MessageController {

    /// Further defects are only counted: the strip must leave room for the text.
    private static final int DEFECTS_LISTED = 8;

    private static final KeyCombination HEX = new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN);

    private final MessageViewModel model;
    private final StyledTextArea area = new StyledTextArea();
    private final HexList hexList = new HexList();

    @FXML private VBox shown;
    @FXML private Label placeholder;
    @FXML private Label title;
    @FXML private Label facts;
    @FXML private Label note;
    @FXML private ToggleButton hex;
    @FXML private FlowPane defects;
    @FXML private StackPane textHolder;

    MessageController(MessageViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        area.setId("message-text");
        area.setAccessibleText(Texts.text("message.text.accessible"));
        area.getStyleClass().add("message-text");
        area.setHints(place -> model.contentProperty().get().hintsAt(place));
        shown.visibleProperty().bind(model.emptyProperty().not());
        placeholder.visibleProperty().bind(model.emptyProperty());
        placeholder.textProperty().bind(model.placeholderProperty());
        title.textProperty().bind(model.titleProperty());
        facts.textProperty().bind(model.factsProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty().and(model.hexProperty().not()));
        note.managedProperty().bind(note.visibleProperty());
        shown.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        hex.selectedProperty().bindBidirectional(model.hexProperty());
        model.contentProperty().subscribe(this::show);
        model.hexProperty().subscribe(_ -> showBytes());
        model.emptyProperty().subscribe(_ -> showBytes());
    }

    /// Offers to filter by what the pointer, or the caret, is on.
    void filterBy(ConditionMenu filter) {
        ContextMenu menu = new ContextMenu();
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
        area.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.getItems().setAll(filter.items(model.conditionsAt(placeOf(event), filter)));
            menu.show(area, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private int placeOf(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            return area.caret();
        }
        int character = area.characterAt(event.getX(), event.getY());
        return character < 0 ? area.placeAt(event.getX(), event.getY()) : character;
    }

    void focusText() {
        (model.hexProperty().get() ? hexList : area).requestFocus();
    }

    void goToMark(int place) {
        List<StyledRange> found = model.contentProperty().get().found();
        if (place < found.size() && !model.hexProperty().get()) {
            area.select(found.get(place).from(), found.get(place).to());
        }
    }

    @FXML
    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.hexProperty().get() ? hexList.text() : model.fullText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void keyPressed(KeyEvent event) {
        if (HEX.match(event)) {
            model.hexProperty().set(!model.hexProperty().get());
            focusText();
            event.consume();
        }
    }

    /// Only one of both is in the layout.
    private void showBytes() {
        boolean wanted = model.hexProperty().get();
        if (model.emptyProperty().get()) {
            return;
        }
        Node shownBytes = wanted ? hexList : area;
        if (!textHolder.getChildren().contains(shownBytes)) {
            textHolder.getChildren().setAll(shownBytes);
        }
        if (wanted) {
            hexList.show(model.bytes());
        }
    }

    private void show(MessageContent content) {
        showBytes();
        area.show(content.text(), content.styles());
        note.setText(content.note());
        defects.getChildren().setAll(content.defects().stream().limit(DEFECTS_LISTED).<Node>map(this::link).toList());
        int more = content.defects().size() - DEFECTS_LISTED;
        if (more > 0) {
            defects.getChildren().add(new Label(Texts.text("message.more.defects", more)));
        }
        boolean any = !content.defects().isEmpty();
        defects.setVisible(any);
        defects.setManaged(any);
    }

    private Node link(Hint defect) {
        Hyperlink link = new Hyperlink("⚠ " + defect.words());
        link.getStyleClass().add("defect-link");
        link.setOnAction(_ -> goTo(defect));
        return link;
    }

    private void goTo(Hint defect) {
        model.hexProperty().set(false);
        area.select(defect.from(), defect.to());
        area.requestFocus();
    }
}
