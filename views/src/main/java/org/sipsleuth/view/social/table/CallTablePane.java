package org.sipsleuth.view.social.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.call.record.AmbiguousDatesException;
import org.sipsleuth.call.record.CallTable;
import org.sipsleuth.call.record.ColumnMeaning;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.call.record.CsvColumns;
import org.sipsleuth.call.record.DateOrder;
import org.sipsleuth.call.record.RowCount;
import org.sipsleuth.call.record.UndecodableTableException;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.export.anonymize.message.UserPseudonyms;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.StartCommand;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.social.list.ValueColumn;

/// Asks which columns of a table of call records say what, with its first rows beside, and reads
/// it. Used on the JavaFX thread.
public final class CallTablePane extends VBox {

    /// Those of tables that are not UTF-8, and UTF-8.
    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "windows-1250", "windows-1251",
            "ISO-8859-15", "IBM850", "UTF-16LE", "UTF-16BE", "Shift_JIS", "GB18030");

    private static final Integer NO_COLUMN = -1;
    private static final long MEBIBYTE = 1L << 20;

    /// What is asked for when a table is chosen.
    public static final FileChoice.Kind TABLES =
            new FileChoice.Kind("records.directory", "social.table.chooser.", List.of("*.csv", "*.tsv", "*.txt"));

    /// What is asked for when a key is chosen.
    public static final FileChoice.Kind KEYS =
            new FileChoice.Kind("key.directory", "social.key.chooser.", List.of("*.key"));

    private final FileChoice keys;
    private final Executor background;
    private final Consumer<TableCalls> done;
    private final Runnable closed;
    private final Label title = new Label();
    private final Label message = new Label();
    private final Label notes = new Label();
    private final ComboBox<String> charset = new ComboBox<>();
    private final ComboBox<String> dates = new ComboBox<>();
    private final Map<ColumnMeaning, ComboBox<Integer>> boxes = new EnumMap<>(ColumnMeaning.class);
    private final CheckBox pseudonyms = new CheckBox(text("social.table.pseudonyms"));
    private final Button key = new Button();
    private final Button read = new Button(text("social.table.read"));
    private final ProgressBar progress = new ProgressBar();
    private final TableView<List<String>> preview = new TableView<>();
    private @Nullable Path file;
    private @Nullable CallTable table;
    private @Nullable TableCalls partly;
    private boolean isShowing;
    private @Nullable Path keyFile;
    private @Nullable RunTask<TableCalls> running;

    /// @param keys asks for the key of pseudonyms
    /// @param background where files are read
    /// @param done hears what was read
    /// @param closed hears that the table is not wanted
    public CallTablePane(FileChoice keys, Executor background, Consumer<TableCalls> done, Runnable closed) {
        this.keys = keys;
        this.background = background;
        this.done = done;
        this.closed = closed;
        getStyleClass().add("social-table");
        setId("social-table");
        title.getStyleClass().add("social-headline");
        message.setId("social-table-message");
        message.setWrapText(true);
        notes.setId("social-table-notes");
        notes.setWrapText(true);
        notes.setMinHeight(USE_PREF_SIZE);
        notes.managedProperty().bind(notes.textProperty().isNotEmpty());
        notes.visibleProperty().bind(notes.textProperty().isNotEmpty());
        FlowPane columns = new FlowPane();
        for (ColumnMeaning meaning : ColumnMeaning.values()) {
            columns.getChildren().add(column(meaning));
        }
        columns.getChildren().addAll(charsetBox(), datesBox());
        columns.getStyleClass().add("social-table-columns");
        read.setId("social-table-read");
        read.getStyleClass().add("accent");
        read.setDefaultButton(true);
        read.setOnAction(_ -> read());
        Button cancel = new Button(text("social.table.cancel"));
        cancel.setId("social-table-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> cancel());
        progress.setVisible(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(message, gap, progress, cancel, read);
        buttons.getStyleClass().add("social-tab-tools");
        preview.setId("social-table-preview");
        preview.getStyleClass().add("dense");
        VBox.setVgrow(preview, Priority.ALWAYS);
        Label note = new Label(text("social.table.note"));
        note.getStyleClass().add("social-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(title, note, columns, preview, pseudonymTools(), notes, buttons);
    }

    private HBox pseudonymTools() {
        pseudonyms.setId("social-table-pseudonyms");
        pseudonyms.setMinWidth(USE_PREF_SIZE);
        key.setId("social-table-key");
        key.getStyleClass().add("small");
        key.setMinWidth(USE_PREF_SIZE);
        key.visibleProperty().bind(pseudonyms.selectedProperty());
        key.setOnAction(_ -> {
            keyFile = keys.toOpen(getScene().getWindow()).orElse(null);
            nameKey();
        });
        nameKey();
        Label keyNote = new Label(text("social.table.key.note"));
        keyNote.getStyleClass().add("social-note");
        keyNote.setMinWidth(0);
        keyNote.setWrapText(true);
        keyNote.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(keyNote, Priority.ALWAYS);
        keyNote.visibleProperty().bind(pseudonyms.selectedProperty());
        HBox tools = new HBox(pseudonyms, key, keyNote);
        tools.getStyleClass().add("social-tab-tools");
        return tools;
    }

    private void nameKey() {
        Path its = keyFile;
        key.setText(its == null ? text("social.table.key.random")
                : text("social.table.key", String.valueOf(its.getFileName())));
    }

    private VBox column(ColumnMeaning meaning) {
        ComboBox<Integer> box = new ComboBox<>();
        boxes.put(meaning, box);
        box.setId("social-table-" + meaning.word());
        box.setMinWidth(150);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer place) {
                return columnName(place);
            }

            @Override
            public Integer fromString(String name) {
                throw new UnsupportedOperationException("columns are chosen");
            }
        });
        box.valueProperty().addListener(_ -> columnChosen());
        return labelled(text("social.table." + meaning.word()), box);
    }

    /// The name of a column; with its number where it has none, or shares it.
    private String columnName(@Nullable Integer place) {
        CallTable its = table;
        if (its == null || place == null) {
            return "";
        }
        if (place.equals(NO_COLUMN)) {
            return text("social.table.none");
        }
        String name = its.head().names().get(place);
        return its.columns().unique(place).equals(name) ? VisibleText.of(name, true)
                : text("social.table.column", VisibleText.of(name, true), place + 1);
    }

    private VBox charsetBox() {
        charset.setId("social-table-charset");
        charset.setMinWidth(150);
        charset.getItems().setAll(CHARSETS);
        charset.getItems().addFirst(text("social.table.charset.found"));
        charset.getSelectionModel().selectFirst();
        charset.valueProperty().addListener(_ -> {
            Path its = file;
            if (its != null && !isShowing) {
                open(its, () -> {}, notes::setText);
            }
        });
        return labelled(text("social.table.charset"), charset);
    }

    private VBox datesBox() {
        dates.setId("social-table-dates");
        dates.setMinWidth(150);
        dates.getItems()
                .setAll(text("social.table.dates.found"), text("social.table.dates.day"),
                        text("social.table.dates.month"));
        dates.getSelectionModel().selectFirst();
        dates.valueProperty().addListener(_ -> columnChosen());
        return labelled(text("social.table.dates"), dates);
    }

    /// The table with the order of dates that the user chose.
    private CallTable dated(CallTable its) {
        return switch (dates.getSelectionModel().getSelectedIndex()) {
            case 1 -> its.with(DateOrder.DAY_FIRST);
            case 2 -> its.with(DateOrder.MONTH_FIRST);
            default -> its;
        };
    }

    private static VBox labelled(String words, ComboBox<?> box) {
        Label label = new Label(words);
        label.setLabelFor(box);
        return new VBox(2, label, box);
    }

    /// Looks into a file, and asks.
    ///
    /// @param opened called once it is known that it is a table
    /// @param failed receives the reason if it is not a table
    public void open(Path its, Runnable opened, Consumer<String> failed) {
        if (!its.equals(file)) {
            isShowing = true;
            charset.getSelectionModel().selectFirst();
            dates.getSelectionModel().selectFirst();
            isShowing = false;
        }
        Optional<Charset> named =
                Optional.ofNullable(charset.getValue()).filter(CHARSETS::contains).map(Charset::forName);
        RunTask<CallTable> task = new RunTask<>(monitor -> CallTable.of(its, named, monitor));
        task.setOnSucceeded(_ -> {
            file = its;
            show(task.getValue());
            opened.run();
        });
        task.setOnFailed(_ -> {
            String reason = String.valueOf(task.getException().getMessage());
            if (task.getException() instanceof UndecodableTableException) {
                file = its;
                showUndecodable(its, reason);
                opened.run();
            } else {
                failed.accept(text("social.table.failed", reason));
            }
        });
        background.execute(task);
    }

    private void showUndecodable(Path its, String reason) {
        clear();
        table = null;
        title.setText(text("social.table.title", String.valueOf(its.getFileName())));
        boxes.values().forEach(box -> box.getItems().clear());
        preview.getColumns().clear();
        preview.getItems().clear();
        notes.setText(text("social.table.undecodable", reason));
        read.setDisable(true);
    }

    private void clear() {
        partly = null;
        message.setText("");
        notes.setText("");
        read.setText(text("social.table.read"));
    }

    private void show(CallTable its) {
        clear();
        table = its;
        List<String> names = its.head().names();
        title.setText(text("social.table.title", String.valueOf(its.file().getFileName())));
        isShowing = true;
        boxes.forEach((meaning, box) -> fill(box, meaning, its));
        isShowing = false;
        List<ValueColumn<List<String>>> shown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            shown.add(ValueColumn.words(names.get(i), 140, row -> place < row.size() ? row.get(place) : ""));
        }
        preview.getColumns().setAll(shown);
        preview.getItems().setAll(its.first());
        List<String> sentences = new ArrayList<>();
        its.note().ifPresent(note -> sentences.add(text("social.table.note.charset", note)));
        if (!its.head().isWritten()) {
            sentences.add(text("social.table.headless"));
        }
        for (ColumnMeaning question : its.columns().questions()) {
            sentences.add(text("social.table.question", its.columns().question(question)));
        }
        notes.setText(VisibleText.of(String.join(" ", sentences), true));
        read.setDisable(columns().isEmpty());
    }

    /// Where several columns could be of a meaning, none is chosen: the user has to.
    private static void fill(ComboBox<Integer> box, ColumnMeaning meaning, CallTable its) {
        box.setValue(null);
        box.getItems().setAll(IntStream.range(0, its.head().names().size()).boxed().toList());
        if (!meaning.isRequired()) {
            box.getItems().addFirst(NO_COLUMN);
        }
        List<Integer> candidates = its.columns().candidates(meaning);
        if (candidates.size() == 1) {
            box.setValue(candidates.getFirst());
        } else if (candidates.isEmpty() && !meaning.isRequired()) {
            box.setValue(NO_COLUMN);
        }
    }

    private void columnChosen() {
        if (!isShowing) {
            partly = null;
            message.setText("");
            read.setText(text("social.table.read"));
            read.setDisable(columns().isEmpty());
        }
    }

    private Optional<CsvColumns> columns() {
        return boxes.values().stream().anyMatch(box -> box.getValue() == null) ? Optional.empty()
                : Optional.of(new CsvColumns(chosen(ColumnMeaning.CALLER).getAsInt(),
                        chosen(ColumnMeaning.CALLEE).getAsInt(), chosen(ColumnMeaning.START).getAsInt(),
                        chosen(ColumnMeaning.DURATION), chosen(ColumnMeaning.ANSWERED)));
    }

    private OptionalInt chosen(ColumnMeaning meaning) {
        ComboBox<Integer> box = boxes.get(meaning);
        Integer place = box == null ? null : box.getValue();
        return place == null || place.equals(NO_COLUMN) ? OptionalInt.empty() : OptionalInt.of(place);
    }

    private void read() {
        TableCalls known = partly;
        if (known != null) {
            done.accept(known);
            return;
        }
        Optional<CsvColumns> columns = columns();
        if (table == null || columns.isEmpty() || running != null) {
            return;
        }
        CallTable its = dated(table);
        boolean areReplaced = pseudonyms.isSelected();
        Path secret = keyFile;
        RunTask<TableCalls> task = new RunTask<>(monitor -> areReplaced ? replaced(its, columns.get(), secret, monitor)
                : calls(its, columns.get(), UserNames.AS_WRITTEN, Map.of(), monitor));
        running = task;
        progress.setVisible(true);
        read.setDisable(true);
        task.setOnSucceeded(_ -> {
            end();
            read(task.getValue());
        });
        task.setOnFailed(_ -> {
            end();
            String reason = String.valueOf(task.getException().getMessage());
            message.setText(
                    task.getException() instanceof AmbiguousDatesException ? text("social.table.dates.ask", reason)
                            : text("social.table.failed", reason));
        });
        task.setOnCancelled(_ -> end());
        background.execute(task);
    }

    /// Shows the calls; where rows could not be read, once the user has seen which.
    private void read(TableCalls calls) {
        RowCount count = calls.calls().count();
        List<String> sentences = count.sentences();
        int size = calls.calls().records().size();
        if (size > 0 && sentences.isEmpty()) {
            done.accept(calls);
            return;
        }
        notes.setText(VisibleText.of(String.join(" ", sentences), true));
        if (size == 0) {
            message.setText(text("social.table.nothing"));
        } else {
            partly = calls;
            read.setText(text("social.table.show", size));
        }
    }

    /// Reads the calls with pseudonyms instead of names.
    private TableCalls replaced(CallTable its, CsvColumns columns, @Nullable Path secret, RunMonitor monitor)
            throws IOException {
        UserPseudonyms names =
                new UserPseudonyms(secret == null ? AnonymizationKey.random() : AnonymizationKey.existing(secret));
        Map<String, String> dialled = new HashMap<>();
        UserNames users = UserNames.AS_WRITTEN.replacedBy(name -> {
            String pseudonym = names.apply(name);
            if (DialledNumbers.isExternal(userPart(name))) {
                dialled.put(userPart(pseudonym), userPart(name));
            }
            return pseudonym;
        });
        return calls(its, columns, users, dialled, monitor);
    }

    private TableCalls calls(CallTable its, CsvColumns columns, UserNames names, Map<String, String> dialled,
            RunMonitor monitor) throws IOException {
        long needed = its.size(columns).neededBytes();
        if (needed > Runtime.getRuntime().maxMemory()) {
            throw new IOException(
                    text("social.table.memory", Long.toString(Math.ceilDiv(needed, MEBIBYTE)), StartCommand.text()));
        }
        CsvCalls calls = its.read(columns, names, monitor);
        return new TableCalls(its.file(), calls, dialled);
    }

    private static String userPart(String name) {
        int host = name.indexOf('@');
        return host < 0 ? name : name.substring(0, host);
    }

    private void end() {
        running = null;
        progress.setVisible(false);
        read.setDisable(columns().isEmpty());
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
        } else {
            closed.run();
        }
    }
}
