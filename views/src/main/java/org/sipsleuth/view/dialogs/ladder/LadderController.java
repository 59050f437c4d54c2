package org.sipsleuth.view.dialogs.ladder;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.search.SearchHits;
import org.sipsleuth.view.dialogs.condition.LadderFilterItems;
import org.sipsleuth.view.dialogs.ladder.draw.RowSigns;
import org.sipsleuth.view.dialogs.ladder.draw.RowSurprise;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.message.MessageView;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.session.page.MessageSurprise;
import org.sipsleuth.view.ui.Texts;

/// Binds the layout of a ladder to its view model.
final class LadderController {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final double ROOM_OF_POSITION = 320;
    private static final double ROOM_OF_SPEED = 380;
    private static final double ROOM_OF_SCRUBBER = 620;

    private final LadderViewModel model;
    private final LadderHints hints;
    private final LadderProblems problems;
    private final LadderPlayer player;
    private final LadderKeys keys;
    private final LadderCanvas canvas;
    private final MessageView message;
    private final LadderCommands commands;
    private final LegendPopover legend;
    private final ObjectProperty<MessageSurprise> surprise = new SimpleObjectProperty<>(MessageSurprise.NONE);
    private Optional<SearchHits> hits = Optional.empty();

    @FXML private Node shown;
    @FXML private Label placeholder;
    @FXML private Label title;
    @FXML private Label position;
    @FXML private Label note;
    @FXML private FontIcon playIcon;
    @FXML private Tooltip playTip;
    @FXML private StackPane canvasHolder;
    @FXML private Slider scrubber;
    @FXML private MenuButton speed;
    @FXML private HBox bar;
    @FXML private HBox barEnd;
    @FXML private MenuButton modes;
    @FXML private Node busy;

    LadderController(LadderViewModel model, LadderHints hints, LadderProblems problems, MessageView message) {
        this.hints = hints;
        this.problems = problems;
        this.model = model;
        this.message = message;
        player = new LadderPlayer(model);
        keys = new LadderKeys(model, player);
        canvas = new LadderCanvas(model);
        legend = new LegendPopover(canvas.palette());
        commands = new LadderCommands(model, player::toggle, canvas::renameHost, this::openHosts, this::showLegend);
    }

    @FXML
    private void initialize() {
        shown.visibleProperty().bind(model.rowsProperty().isNotNull().or(model.busyProperty()));
        placeholder.visibleProperty().bind(shown.visibleProperty().not());
        placeholder.textProperty().bind(model.placeholderProperty());
        busy.visibleProperty().bind(model.busyProperty());
        title.textProperty().bind(model.titleProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.titleTipProperty());
        title.setTooltip(whole);
        position.textProperty().bind(model.positionProperty());
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        player.playingProperty().subscribe(this::showPlaying);
        canvasHolder.getChildren().setAll(canvas);
        new LadderScrubber(scrubber, model, player).connect();
        offerSpeeds();
        showInRoom(speed, ROOM_OF_SPEED);
        showInRoom(position, ROOM_OF_POSITION);
        showInRoom(scrubber, ROOM_OF_SCRUBBER);
        LadderMenu menu = new LadderMenu(commands, model.choices());
        menu.fill(modes);
        canvas.mouse().setHeadMenu(menu.ofLifelines());
        canvas.mouse().setHints(this::hintsOf);
        canvas.explain(this::problemsOf, problems::words);
        hints.byMessageProperty().subscribe(_ -> showSigns());
        problems.marksProperty().subscribe(_ -> showSigns());
        model.sheetProperty().subscribe(_ -> showSigns());
        surprise.subscribe(_ -> showSigns());
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.currentMessageProperty().subscribe(this::showMessage);
    }

    /// Shows a part of the bar only where the bar has this width, so that the buttons stay.
    private void showInRoom(Node part, double width) {
        part.visibleProperty().bind(bar.widthProperty().greaterThanOrEqualTo(width));
        part.managedProperty().bind(part.visibleProperty());
    }

    private void offerSpeeds() {
        ToggleGroup group = new ToggleGroup();
        for (double each : LadderPlayer.SPEEDS) {
            RadioMenuItem item = new RadioMenuItem(words(each));
            item.setToggleGroup(group);
            item.setSelected(each == 1);
            item.setOnAction(_ -> player.speedProperty().set(each));
            speed.getItems().add(item);
        }
        player.speedProperty().subscribe(now -> speed.setText(words(now.doubleValue())));
    }

    private static String words(double speed) {
        return Texts.text("dialogs.ladder.speed.label", speed < 1 ? "½" : "%.0f".formatted(speed));
    }

    void filterBy(ConditionMenu filter) {
        canvas.mouse().setFilter(new LadderFilterItems(filter));
    }

    /// Adds words to the details of a lifeline.
    void explainLifelines(Function<Lifeline, String> words) {
        canvas.mouse().setRoles(words);
    }

    /// How usual the messages are.
    ObjectProperty<MessageSurprise> surpriseProperty() {
        return surprise;
    }

    /// Draws what the window's filter changes: faint rows and marks of matches.
    void showFiltered() {
        showSigns();
        canvas.requestLayout();
    }

    void focus() {
        canvas.requestFocus();
    }

    Pane barEnd() {
        return barEnd;
    }

    LadderKeys keys() {
        return keys;
    }

    LadderCommands commands() {
        return commands;
    }

    /// Marks the messages that have what is searched for.
    void showHits(Optional<SearchHits> found) {
        hits = found;
        showSigns();
    }

    private void showSigns() {
        LadderSheet sheet = model.sheetProperty().get();
        if (sheet == null) {
            canvas.setSigns(RowSigns.NONE);
            return;
        }
        boolean wanted = sheet.style().has(Overlay.HINTS);
        BitSet hinted = wanted ? hints.rows(sheet.rows()) : new BitSet();
        BitSet found = hits.filter(all -> all.index() == sheet.rows().index())
                .map(all -> sheet.rows().ladder().rowsOf(all::has))
                .orElseGet(BitSet::new);
        BitSet troubled = wanted ? problems.rows(sheet.rows()) : new BitSet();
        canvas.setSigns(new RowSigns(hinted::get, troubled,
                stream -> wanted && !problems.marksProperty().get().of(stream.ssrc(), stream.first()).isEmpty(), found,
                model.matchMarks(sheet.rows()), RowSurprise.of(sheet.rows(), surprise.get())));
    }

    private String hintsOf(int row) {
        LadderRows rows = model.rowsProperty().get();
        return rows == null ? "" : problemsOf(row) + canvas.surpriseWords(row) + hints.words(rows, row);
    }

    private String problemsOf(int row) {
        LadderRows rows = model.rowsProperty().get();
        return rows == null ? "" : problems.words(rows, row);
    }

    private void openHosts() {
        HostsFileChooser.choose(canvas.getScene().getWindow(), model.choices());
    }

    private void showLegend() {
        LadderSheet sheet = model.sheetProperty().get();
        if (sheet != null) {
            legend.toggle(modes, sheet);
        }
    }

    @FXML
    private void previous() {
        player.stop();
        model.step(-1);
    }

    @FXML
    private void next() {
        player.stop();
        model.step(1);
    }

    @FXML
    private void play() {
        player.toggle();
    }

    private void showPlaying(boolean playing) {
        playIcon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
        playTip.setText(Texts.text(playing ? "dialogs.ladder.pause" : "dialogs.ladder.play"));
    }

    private void showMessage(@Nullable CurrentMessage current) {
        if (current == null) {
            message.showNothing();
        } else {
            message.show(current.index(), current.message());
        }
    }

    private void keyPressed(KeyEvent event) {
        if (COPY.match(event)) {
            copyMessage();
        } else if (event.getCode() == KeyCode.ENTER) {
            message.focusText();
        } else if (!keys.movedBy(event, canvas.geometry().page()) && !commands.handle(event)) {
            return;
        }
        event.consume();
    }

    private void copyMessage() {
        LadderRows rows = model.rowsProperty().get();
        int current = model.currentProperty().get();
        if (rows != null && current >= 0) {
            ClipboardContent content = new ClipboardContent();
            byte[] bytes = rows.index().bytes(rows.ladder().message(current));
            content.putString(VisibleText.ofBytes(bytes));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
