package org.sipsleuth.view.filter;

import atlantafx.base.controls.CustomTextField;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.complete.Proposals.Edited;
import org.sipsleuth.view.session.filter.FilterCount;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.ui.Texts;

/// Binds the filter bar to its view model.
final class FilterBarController {

    private static final PseudoClass APPLIED = PseudoClass.getPseudoClass("applied");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int PAGE = 8;

    private final FilterBarViewModel model;
    private final FilterModel filter;
    private final FilterMenu menuItems;
    private final Runnable listen;

    @FXML private StackPane holder;
    @FXML private CustomTextField field;
    @FXML private HBox words;
    @FXML private Label count;
    @FXML private Label showing;
    @FXML private Tooltip whole;
    @FXML private Pane marks;
    @FXML private Button clear;
    @FXML private Button stop;
    @FXML private Button apply;
    @FXML private ProgressBar progress;
    @FXML private MenuButton menu;
    @FXML private ToggleButton only;
    private @Nullable MistakeMark mark;
    private boolean isPutting;

    /// @param listen called when somebody is about to type
    FilterBarController(FilterBarViewModel model, FilterModel filter, FilterMenu menuItems, Runnable listen) {
        this.model = model;
        this.filter = filter;
        this.menuItems = menuItems;
        this.listen = listen;
    }

    @FXML
    private void initialize() {
        mark = new MistakeMark(field, marks);
        apply.getStyleClass().add("apply");
        menuItems.install(menu);
        only.selectedProperty().bindBidirectional(filter.onlyMessagesProperty());
        model.textProperty().subscribe(this::showText);
        field.textProperty().subscribe(this::typed);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        field.focusedProperty().subscribe(this::focused);
        field.widthProperty().subscribe(_ -> Platform.runLater(this::showMark));
        field.caretPositionProperty().subscribe(_ -> Platform.runLater(this::showMark));
        model.checkProperty().subscribe(_ -> showState());
        filter.textProperty().subscribe(_ -> showState());
        filter.wordsProperty().subscribe(this::showWords);
        show(words,
                filter.wordsProperty()
                        .isNotEmpty()
                        .and(field.focusedProperty().not())
                        .and(field.textProperty().isEqualTo(filter.textProperty())));
        count.textProperty()
                .bind(filter.filteredProperty().map(left -> left.map(one -> FilterCount.of(one.found())).orElse("")));
        show(count,
                count.textProperty()
                        .isNotEmpty()
                        .and(filter.runningProperty().not())
                        .and(field.textProperty().isEqualTo(filter.textProperty())));
        show(clear, Bindings.isNotEmpty(field.textProperty()));
        show(stop, filter.runningProperty());
        show(apply, filter.runningProperty().not());
        show(progress, filter.runningProperty());
        progress.progressProperty().bind(filter.progressProperty());
    }

    private static void show(Node node, javafx.beans.value.ObservableBooleanValue shown) {
        node.visibleProperty().bind(Bindings.createBooleanBinding(shown::get, shown));
        node.managedProperty().bind(node.visibleProperty());
    }

    /// The field, below which the popup is shown.
    Node field() {
        return holder;
    }

    /// Moves the keyboard focus into the bar.
    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /// Shows a text with its caret.
    void put(Edited edited) {
        isPutting = true;
        field.setText(edited.text());
        isPutting = false;
        field.positionCaret(edited.caret());
        field.requestFocus();
        field.positionCaret(edited.caret());
    }

    private void showText(String text) {
        if (!text.equals(field.getText())) {
            put(text);
        }
    }

    private void put(String text) {
        isPutting = true;
        field.setText(text);
        isPutting = false;
        field.positionCaret(text.length());
    }

    /// The caret follows the text a moment later.
    private void typed(String text) {
        if (isPutting || text.equals(model.textProperty().get())) {
            return;
        }
        Platform.runLater(() -> {
            if (field.getText().equals(text)) {
                model.type(text, field.getCaretPosition());
            }
        });
    }

    private void focused(boolean isFocused) {
        if (isFocused) {
            listen.run();
        } else {
            model.close();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (isHandled(event)) {
            event.consume();
        }
    }

    private boolean isHandled(KeyEvent event) {
        if (event.isControlDown()) {
            boolean completes = event.getCode() == KeyCode.SPACE;
            if (completes) {
                model.complete(field.getCaretPosition());
            }
            return completes;
        }
        boolean isOpen = model.openProperty().get();
        boolean isChosen = model.chosenProperty().get() >= 0;
        return switch (event.getCode()) {
            case DOWN -> down(isOpen);
            case UP -> up(isOpen && isChosen);
            case PAGE_DOWN -> isOpen && move(PAGE);
            case PAGE_UP -> isOpen && move(-PAGE);
            case ENTER -> isChosen ? accept() : apply(event);
            case TAB -> !event.isShiftDown() && isOpen && accept();
            case ESCAPE -> model.escape();
            default -> false;
        };
    }

    private boolean move(int rows) {
        model.move(rows);
        return true;
    }

    private boolean down(boolean isOpen) {
        if (isOpen) {
            return move(1);
        }
        if (model.isWalking()) {
            put(model.newer());
        } else {
            model.complete(field.getCaretPosition());
        }
        return true;
    }

    private boolean up(boolean isInList) {
        if (isInList) {
            return move(-1);
        }
        put(model.older());
        return true;
    }

    private boolean accept() {
        return model.accept().map(edited -> {
            put(edited);
            return true;
        }).orElse(false);
    }

    private boolean apply(KeyEvent event) {
        model.type(field.getText(), field.getCaretPosition());
        model.apply();
        return event.getCode() == KeyCode.ENTER;
    }

    private void showState() {
        Check check = model.checkProperty().get();
        String text = model.textProperty().get();
        boolean isApplied = !text.isBlank() && text.strip().equals(filter.textProperty().get());
        field.pseudoClassStateChanged(WRONG, check.isWrong());
        field.pseudoClassStateChanged(APPLIED, isApplied && !check.isWrong());
        field.pseudoClassStateChanged(RIGHT, check.state() == Check.State.RIGHT && !isApplied);
        Platform.runLater(this::showMark);
    }

    private void showMark() {
        MistakeMark line = mark;
        Check check = model.checkProperty().get();
        if (line != null && check.isWrong()) {
            line.show(check.place());
        } else if (line != null) {
            line.hide();
        }
    }

    /// The field may be too narrow for all of them.
    private void showWords(String said) {
        showing.setText(Texts.text("filter.showing", said));
        whole.setText(showing.getText() + "\n" + Texts.text("filter.showing.tip"));
    }

    /// Shows the filter behind the words.
    @FXML
    private void edit() {
        focus();
    }

    @FXML
    private void showEverything() {
        model.clear();
    }

    @FXML
    private void clear() {
        model.clear();
        field.requestFocus();
    }

    @FXML
    private void stop() {
        filter.cancel();
    }

    @FXML
    private void apply() {
        model.type(field.getText(), field.getCaretPosition());
        model.apply();
        field.requestFocus();
    }
}
