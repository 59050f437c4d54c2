package org.sipsleuth.app.workbench.find;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.chooser.Desktop;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.WindowFaults;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// Binds the page that finds calls in folders.
final class FindController {

    private static final FileChoice.Kind ROWS =
            new FileChoice.Kind("find.saved", "workbench.find.chooser.", List.of("*.csv", "*.json"));

    private static final int LONGEST = 400;
    private static final int SPAN_DIGITS = 3;

    private final FindViewModel model;
    private final Desktop desktop;
    private final FindControls.Frame frame;

    @FXML private TextField query;
    @FXML private TextArea places;
    @FXML private TextField around;
    @FXML private ComboBox<Duration> within;
    @FXML private Button start;
    @FXML private Button cancelSearch;
    @FXML private Label problem;
    @FXML private Node progressBox;
    @FXML private ProgressBar progress;
    @FXML private Label stage;
    @FXML private Label headline;
    @FXML private Button openFound;
    @FXML private Button saveFound;
    @FXML private MenuButton copyFound;
    @FXML private TableView<FoundRow> found;
    @FXML private Node faultBox;
    @FXML private Label faultHead;
    @FXML private ListView<String> faults;

    FindController(FindViewModel model, Desktop desktop, FindControls.Frame frame) {
        this.model = model;
        this.desktop = desktop;
        this.frame = frame;
    }

    @FXML
    private void initialize() {
        query.textProperty().bindBidirectional(model.queryProperty());
        places.textProperty().bindBidirectional(model.placesProperty());
        around.textProperty().bindBidirectional(model.aroundProperty());
        within.setConverter(new LengthText());
        within.getItems().setAll(FindViewModel.LENGTHS);
        within.valueProperty().bindBidirectional(model.withinProperty());
        within.disableProperty().bind(around.textProperty().map(String::isBlank));
        places.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveOnTab);
        start.disableProperty().bind(model.runningProperty());
        cancelSearch.disableProperty().bind(model.runningProperty().not());
        progressBox.visibleProperty().bind(model.runningProperty());
        progressBox.managedProperty().bind(progressBox.visibleProperty());
        progress.progressProperty().bind(model.progressProperty());
        stage.textProperty()
                .bind(Bindings.createStringBinding(this::stageText, model.stageProperty(), model.progressProperty()));
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        headline.textProperty().bind(model.headlineProperty());
        initializeTable();
        faults.setItems(model.faults());
        faults.setFocusTraversable(true);
        faultHead.textProperty()
                .bind(Bindings.createStringBinding(() -> text("workbench.find.faults", model.faults().size()),
                        model.faults()));
        faultBox.visibleProperty().bind(Bindings.isNotEmpty(model.faults()));
        faultBox.managedProperty().bind(faultBox.visibleProperty());
        openFound.disableProperty().bind(found.getSelectionModel().selectedItemProperty().isNull());
        saveFound.disableProperty().bind(Bindings.isEmpty(model.rows()).or(model.runningProperty()));
        copyFound.disableProperty().bind(Bindings.isEmpty(model.rows()));
        ChartCopies.installData(copyFound, this::data);
    }

    private String stageText() {
        double done = model.progressProperty().get();
        String its = model.stageProperty().get();
        return done < 0 || its.isEmpty() ? its
                : text("workbench.find.stage", its, String.format(Locale.ENGLISH, "%.0f", 100 * done));
    }

    private void initializeTable() {
        found.setItems(model.rows());
        found.setPlaceholder(new Label(""));
        found.getColumns()
                .setAll(List.of(number("call", 54, FoundRow::call),
                        column("start", 200, FoundRow::startNanos, UtcTime::dateAndClock),
                        column("duration", 112, FoundRow::durationNanos, nanos -> UtcTime.seconds(nanos, SPAN_DIGITS)),
                        number("messages", 98, FoundRow::messages), words("outcome", 176, FoundRow::outcome),
                        words("caller", 124, FoundRow::caller), words("callee", 124, FoundRow::callee),
                        words("files", 170, FindController::fileNames), words("callid", 180, FoundRow::callId),
                        words("sequence", 260, FoundRow::sequence)));
        found.addEventHandler(KeyEvent.KEY_PRESSED, this::keyInTable);
        found.setOnMouseClicked(this::clickInTable);
    }

    private static TableColumn<FoundRow, ?> words(String key, double width, Function<FoundRow, String> value) {
        return column(key, width, value, words -> VisibleText.ofValue(words, LONGEST));
    }

    private static TableColumn<FoundRow, ?> number(String key, double width, Function<FoundRow, Integer> value) {
        TableColumn<FoundRow, Integer> column =
                column(key, width, value, number -> String.format(Locale.ENGLISH, "%,d", number));
        column.getStyleClass().add("number");
        return column;
    }

    private static <T> TableColumn<FoundRow, T> column(String key, double width, Function<FoundRow, T> value,
            Function<T, String> shown) {
        TableColumn<FoundRow, T> column = new TableColumn<>(text("workbench.find.column." + key));
        column.setId("find-" + key);
        column.setPrefWidth(width);
        WindowFaults.values(column, value);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                String words = empty || item == null ? "" : shown.apply(item);
                setText(words);
                setTooltip(words.isEmpty() ? null : new Tooltip(words));
            }
        });
        return column;
    }

    private static String fileNames(FoundRow row) {
        return row.files().stream().map(FileName::last).collect(Collectors.joining(", "));
    }

    private static String paths(List<Path> files) {
        return files.stream().map(FileName::text).collect(Collectors.joining("; "));
    }

    /// Tab goes on to the next field: folders have no tabs in their names.
    private void leaveOnTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            (event.isShiftDown() ? query : around).requestFocus();
            event.consume();
        }
    }

    private void keyInTable(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            ChartCopies.copyText(data(found.getSelectionModel().getSelectedItems()).csv());
            event.consume();
        }
    }

    private void clickInTable(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            open();
        }
    }

    private DataTable data() {
        return data(List.copyOf(found.getItems()));
    }

    private static DataTable data(List<FoundRow> rows) {
        List<List<Object>> all = new ArrayList<>();
        for (FoundRow row : rows) {
            all.add(List.of(row.call(), UtcTime.full(row.startNanos()),
                    UtcTime.seconds(row.durationNanos(), SPAN_DIGITS), row.messages(), row.outcome(), row.caller(),
                    row.callee(), row.callId(), row.sequence(), paths(row.files())));
        }
        return new DataTable(List.of("call", "start", "duration", "messages", "outcome", "caller", "callee", "call_id",
                "sequence", "files"), all);
    }

    /// Goes to what is asked for.
    void focus() {
        query.requestFocus();
        query.selectAll();
    }

    @FXML
    private void find() {
        model.start();
        if (model.runningProperty().get()) {
            found.requestFocus();
        }
    }

    @FXML
    private void cancelSearch() {
        model.cancel();
    }

    @FXML
    private void chooseFolder() {
        desktop.folderToSearch(places.getScene().getWindow(), model::add);
    }

    @FXML
    private void open() {
        FoundRow row = found.getSelectionModel().getSelectedItem();
        if (row != null) {
            frame.open(row.captures(), row.callId());
        }
    }

    @FXML
    private void save() {
        desktop.files(ROWS).toSave(found.getScene().getWindow(), "calls.csv").ifPresent(this::save);
    }

    private void save(Path file) {
        DataTable table = data();
        boolean isJson = FileName.last(file).toLowerCase(Locale.ROOT).endsWith(".json");
        OutputRules rules = OutputRules.CONFIRMED.with(model.files());
        RunTask<Path> task = new RunTask<>(_ -> {
            OutputFile.at(file, rules).write(isJson ? table.json() : table.csv());
            return file;
        });
        task.setOnSucceeded(_ -> model.report(text("workbench.find.saved", FileName.last(file))));
        task.setOnFailed(_ -> model.report(text("workbench.find.saved.not", FileName.last(file),
                Objects.requireNonNullElse(task.getException().getMessage(), ""))));
        task.start();
    }

    @FXML
    private void close() {
        frame.hide();
    }

    /// How far from a time calls may be, in words.
    private static final class LengthText extends StringConverter<Duration> {

        @Override
        public String toString(@Nullable Duration length) {
            return length == null ? ""
                    : length.toHours() < 1 ? text("workbench.find.within.minutes", length.toMinutes())
                    : text("workbench.find.within.hours", length.toHours());
        }

        @Override
        public @Nullable Duration fromString(String words) {
            return null; // the box is not edited
        }
    }
}
