package org.sipsleuth.view.message;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.sipsleuth.view.fx.Texts;

/// Binds the layout of a message to its view model.
final class MessageController {

    /// Further defects are only counted: the strip must leave room for the text.
    private static final int DEFECTS_LISTED = 8;

    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final MessageViewModel model;
    private final MessageTextArea area = new MessageTextArea();

    @FXML private VBox shown;
    @FXML private Label placeholder;
    @FXML private Label title;
    @FXML private Label facts;
    @FXML private Label note;
    @FXML private FlowPane defects;
    @FXML private StackPane textHolder;
    @FXML private FindBar findBar;

    MessageController(MessageViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        shown.visibleProperty().bind(model.emptyProperty().not());
        placeholder.visibleProperty().bind(model.emptyProperty());
        placeholder.textProperty().bind(model.placeholderProperty());
        title.textProperty().bind(model.titleProperty());
        facts.textProperty().bind(model.factsProperty());
        showOnlyFilled(note);
        findBar.searchIn(area);
        shown.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.contentProperty().subscribe(this::show);
    }

    void focusText() {
        area.requestFocus();
    }

    @FXML
    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.wholeText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void keyPressed(KeyEvent event) {
        if (FIND.match(event)) {
            findBar.open();
            event.consume();
        }
    }

    private void show(MessageContent content) {
        if (!content.text().isEmpty() && textHolder.getChildren().isEmpty()) {
            // only now: the area styles its lines before the window around it has its colours
            textHolder.getChildren().add(new VirtualizedScrollPane<>(area));
        }
        area.show(content);
        note.setText(content.note());
        defects.getChildren()
                .setAll(
                        content.defects().stream()
                                .limit(DEFECTS_LISTED)
                                .<Node>map(this::link)
                                .toList());
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
        link.setOnAction(_ -> area.goTo(defect));
        return link;
    }

    private static void showOnlyFilled(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }
}
