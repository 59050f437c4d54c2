package org.sipsleuth.view.dialogs;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.dialogs.column.ColumnChoice;
import org.sipsleuth.view.dialogs.column.DialogColumns;
import org.sipsleuth.view.dialogs.column.SharedReader;
import org.sipsleuth.view.dialogs.condition.ListFilterItems;
import org.sipsleuth.view.dialogs.table.cell.RowPainter;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.IntRows;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.session.page.LadderCompanion;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.PaneMaximiser;
import org.sipsleuth.view.ui.PresentedSplit;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// Binds the layout of the dialogs to their view models.
final class DialogsController {

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /// The list in a window of usual size.
    private static final int ROWS_IN_SIGHT = 40;

    /// Enough for time, caller, callee and outcome, and for the reason why a list is empty.
    private static final double LIST_BESIDE_COMPARISON = 320;

    /// On a large screen the list keeps the rest of its columns.
    private static final double LEAST_SHARE_OF_LIST = 0.2;

    /// Enough for time and caller.
    private static final double LIST_PRESENTED = 0.34;

    /// Dividers stand on whole pixels.
    private static final double DIVIDER_TOLERANCE = 3;

    private static final double WIDTH = 900;
    private static final double HEIGHT = 1000;

    private final DialogsViewModel model;
    private final LadderPanel ladder;
    private final MessagePanel message;
    private final PredictionPane prediction;
    private final MatchSteps matches;
    private final ReadOnlyBooleanProperty isComparing;
    private final ColumnChoice columns;
    private final ListStatus status;
    private final ExclusionBar excluded;
    private final ListKeys keys;
    private final Memory memory;
    private final ToggleButton alone = new ToggleButton();
    private final Command maximise = Command.of("dialogs.command.dialogs.maximise", "Shortcut+Shift+M", this::maximise);
    private @Nullable PaneMaximiser maximiser;
    private @Nullable PresentedSplit presented;

    /// Where the divider behind the list was before a comparison; 0 if it was not moved.
    private double listBefore;

    /// Where it was before a presentation.
    private double listUsual;

    @FXML private VBox list;
    @FXML private CustomTextField search;
    @FXML private Node clearSearch;
    @FXML private Label count;
    @FXML private Label timeNote;
    @FXML private MenuButton groupMenu;
    @FXML private Button columnsButton;
    @FXML private TableView<Integer> table;
    @FXML private Label emptyTitle;
    @FXML private Label emptyAdvice;
    @FXML private StackPane ladderHolder;
    @FXML private StackPane messageHolder;
    @FXML private SplitPane parts;
    @FXML private SplitPane detail;

    /// @param memory the sizes of panes in an earlier window
    /// @param isComparing whether two dialogs are compared in place of the ladder
    DialogsController(DialogsViewModel model, NotesModel notes, Memory memory, LadderPanel ladder, MessagePanel message,
            MatchSteps matches, ReadOnlyBooleanProperty isComparing) {
        this.model = model;
        this.memory = memory;
        this.ladder = ladder;
        this.message = message;
        this.prediction = new PredictionPane(memory);
        this.matches = matches;
        this.isComparing = isComparing;
        columns = new ColumnChoice(memory);
        status = new ListStatus(model);
        excluded = new ExclusionBar(model);
        keys = new ListKeys(model, notes);
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        clearSearch.visibleProperty().bind(search.textProperty().isNotEmpty());
        count.textProperty().bind(model.headline().countProperty());
        timeNote.textProperty().bind(model.headline().timeNoteProperty());
        timeNote.visibleProperty().bind(timeNote.textProperty().isNotEmpty());
        timeNote.managedProperty().bind(timeNote.visibleProperty());
        model.headline().placeholderProperty().subscribe(this::showPlaceholder);
        ObservableValue<@Nullable ColumnReader> reader = new SharedReader(model.listedProperty()).property();
        RowPainter painter = new RowPainter(table, reader);
        DialogColumns.install(table, columns, reader, painter);
        TableRows.connect(table, model, painter);
        keys.install(table, status, new ListKeys.Bar(groupMenu, columnsButton), columns);
        list.getChildren().add(status.root());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressedInTable);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressedInList);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressedInSearch);
        ladderHolder.getChildren().setAll(ladder.build(excluded, prediction.button(), alone));
        messageHolder.getChildren().setAll(message.build());
        parts.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        PaneMaximiser panes = new PaneMaximiser(parts);
        maximiser = panes;
        installMaximiser(panes);
        presented = new PresentedSplit(detail, messageHolder);
        PaneSizes.remember(parts, memory, "dialogs.panes");
        isComparing.addListener((_, _, open) -> makeRoom(open));
        prediction.install(parts);
        PaneSizes.remember(detail, memory, "dialogs.panes.detail");
        prediction.panel().addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressedInPrediction);
    }

    /// Makes the cells of the list, unless it shows dialogs already.
    void prepare() {
        if (table.getItems().isEmpty()) {
            table.setItems(new IntRows(new int[ROWS_IN_SIGHT]));
            table.resize(WIDTH, HEIGHT);
            table.layout();
            table.setItems(model.rowsProperty().get());
        }
    }

    /// The ladder's button shows what is so; another pane may be the one that is alone.
    private void installMaximiser(PaneMaximiser panes) {
        alone.setId("ladder-maximise");
        alone.setGraphic(new FontIcon(Feather.MAXIMIZE_2));
        alone.setTooltip(new Tooltip(Texts.text("dialogs.pane.maximise")));
        alone.setAccessibleText(Texts.text("dialogs.pane.maximise"));
        alone.getStyleClass().addAll("small", "flat", "button-icon", "prediction-toggle");
        alone.setMinWidth(Region.USE_PREF_SIZE);
        alone.setOnAction(_ -> panes.toggle(ladderHolder));
        panes.maximisedProperty().subscribe(pane -> alone.setSelected(ladderHolder.equals(pane)));
        // Comes first: the prediction is put beside all panes, not beside one that is alone.
        prediction.shownProperty().subscribe(_ -> panes.restore());
    }

    /// Two ladders side by side need more room than one. The list stays in view, narrow, and gets
    /// its width back afterwards unless the divider was dragged meanwhile.
    private void makeRoom(boolean comparing) {
        if (parts.getDividers().isEmpty() || parts.getWidth() <= 0) {
            return; // one pane is alone
        }
        double now = parts.getDividers().getFirst().getPosition();
        double narrow = Math.max(LIST_BESIDE_COMPARISON / parts.getWidth(), LEAST_SHARE_OF_LIST);
        if (comparing && now > narrow) {
            listBefore = now;
            parts.setDividerPosition(0, narrow);
        } else if (!comparing && listBefore > 0) {
            if (Math.abs(now - narrow) * parts.getWidth() < DIVIDER_TOLERANCE) {
                parts.setDividerPosition(0, listBefore);
            }
            listBefore = 0;
        }
    }

    /// The ladder is what is presented: the list is narrow beside it, and where there is little height
    /// the message is folded.
    void present(boolean isPresenting) {
        restorePanes();
        if (isPresenting) {
            listUsual = parts.getDividers().getFirst().getPosition();
            parts.setDividerPosition(0, Math.min(listUsual, LIST_PRESENTED));
        } else if (listUsual > 0) {
            parts.setDividerPosition(0, listUsual);
        }
        Objects.requireNonNull(presented).present(isPresenting);
    }

    /// Shows the pane that has the focus alone, the ladder if none has it; all of them if one is
    /// alone.
    private void maximise() {
        if (maximiser != null && !maximiser.restore()) {
            Node focused = parts.getScene() == null ? null : parts.getScene().getFocusOwner();
            maximiser.maximise(focused != null && isWithin(focused) ? focused : ladderHolder);
        }
    }

    private boolean isWithin(Node node) {
        @Nullable Node at = node;
        while (at != null && !at.equals(parts)) {
            at = at.getParent();
        }
        return at != null;
    }

    /// Shows all panes again.
    ///
    /// @return false if none was alone
    boolean restorePanes() {
        return maximiser != null && maximiser.restore();
    }

    /// Whether the prediction is in view.
    ReadOnlyBooleanProperty predictionShownProperty() {
        return prediction.shownProperty();
    }

    /// Puts a pane beside the ladder, below those that are there.
    void addCompanion(LadderCompanion companion) {
        prediction.add(companion);
    }

    /// Where work on the list shows how far it is.
    ListStatus status() {
        return status;
    }

    /// What can be done here.
    CommandGroup commands() {
        return new CommandGroup("dialogs.command.dialogs",
                Stream.concat(keys.commands().stream(), pageCommands().stream()).toList());
    }

    /// What can be done with the page as a whole.
    List<Command> pageCommands() {
        return Stream.concat(
                Stream.of(ladder.flowCommand(), maximise,
                        Command.of("dialogs.command.dialogs.prediction", "P", prediction::toggle)),
                matches.commands().stream()).toList();
    }

    /// Offers in the list's menu what another part of the window does.
    void offer(Command command) {
        keys.offer(command);
    }

    /// Offers to filter by what the pointer is on in the list, the ladder, the message.
    void filterBy(ConditionMenu filter) {
        ListFilterItems.install(table, model.listedProperty(), filter);
        ladder.filterBy(filter);
        excluded.dropFilterBy(filter::drop);
        message.filterBy(filter);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    @FXML
    private void clearSearch() {
        search.clear();
        search.requestFocus();
    }

    private void showPlaceholder(EmptyList empty) {
        emptyTitle.setText(empty.title());
        emptyAdvice.setText(empty.advice());
    }

    private void keyPressedInTable(KeyEvent event) {
        if (keys.pressed(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            ladder.focus();
            event.consume();
        } else if (ladder.handleFromList(event)) {
            event.consume();
        }
    }

    /// Space belongs to the buttons there.
    private void keyPressedInPrediction(KeyEvent event) {
        if (event.getCode() != KeyCode.SPACE && ladder.steppedBy(event)) {
            event.consume();
        }
    }

    /// What nobody within took: outside of the list, search means the messages.
    private void keyPressed(KeyEvent event) {
        boolean isText = event.getTarget() instanceof TextInputControl;
        boolean done = maximise.handle(event) || message.handle(event) || (!isText && ladder.handleFromPage(event));
        if (!done && FIND.match(event)) {
            message.openSearch();
            done = true;
        }
        if (done) {
            event.consume();
        }
    }

    private void keyPressedInList(KeyEvent event) {
        if (FIND.match(event)) {
            focusSearch();
            event.consume();
        }
    }

    private void keyPressedInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            table.requestFocus(); // what was typed stays
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            table.requestFocus();
            if (model.chosenRows().isEmpty() && !table.getItems().isEmpty()) {
                table.getSelectionModel().clearAndSelect(0);
            }
            event.consume();
        }
    }
}
