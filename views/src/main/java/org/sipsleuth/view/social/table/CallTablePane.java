package org.sipsleuth.view.social.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
import org.jspecify.annotations.Nullable;
import org.sipsleuth.call.record.CallTable;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.call.record.CsvColumns;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.export.anonymize.message.UserPseudonyms;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.finding.Method;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.social.list.ValueColumn;

/// Asks which columns of a table of call records say what, with its first rows beside, and reads
/// it. Used on the JavaFX thread.
public final class CallTablePane extends VBox {

    /// What is asked for when a table is chosen.
    public static final FileChoice.Kind TABLES =
            new FileChoice.Kind(
                    "records.directory",
                    "social.table.chooser.",
                    List.of("*.csv", "*.tsv", "*.txt"));

    /// What is asked for when a key is chosen.
    public static final FileChoice.Kind KEYS =
            new FileChoice.Kind("key.directory", "social.key.chooser.", List.of("*.key"));

    private final Method method;
    private final FileChoice keys;
    private final Executor background;
    private final Consumer<TableCalls> done;
    private final Runnable closed;
    private final Label title = new Label();
    private final Label message = new Label();
    private final ComboBox<String> caller = new ComboBox<>();
    private final ComboBox<String> callee = new ComboBox<>();
    private final ComboBox<String> start = new ComboBox<>();
    private final ComboBox<String> duration = new ComboBox<>();
    private final ComboBox<String> answered = new ComboBox<>();
    private final CheckBox pseudonyms = new CheckBox(text("social.table.pseudonyms"));
    private final Button key = new Button();
    private final Button read = new Button(text("social.table.read"));
    private final ProgressBar progress = new ProgressBar();
    private final TableView<List<String>> preview = new TableView<>();
    private @Nullable CallTable table;
    private @Nullable Path keyFile;
    private @Nullable RunTask<TableCalls> running;

    /// @param method of social behaviour, whose bundled model judges the calls
    /// @param keys asks for the key of pseudonyms
    /// @param background where files are read
    /// @param done hears what was read
    /// @param closed hears that the table is not wanted
    public CallTablePane(
            Method method,
            FileChoice keys,
            Executor background,
            Consumer<TableCalls> done,
            Runnable closed) {
        this.method = method;
        this.keys = keys;
        this.background = background;
        this.done = done;
        this.closed = closed;
        getStyleClass().add("social-table");
        setId("social-table");
        title.getStyleClass().add("social-headline");
        message.setId("social-table-message");
        message.setWrapText(true);
        FlowPane columns =
                new FlowPane(
                        column(caller, "caller"),
                        column(callee, "callee"),
                        column(start, "start"),
                        column(duration, "duration"),
                        column(answered, "answered"));
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
        getChildren().setAll(title, note, columns, preview, pseudonymTools(), buttons);
    }

    private HBox pseudonymTools() {
        pseudonyms.setId("social-table-pseudonyms");
        pseudonyms.setMinWidth(USE_PREF_SIZE);
        key.setId("social-table-key");
        key.getStyleClass().add("small");
        key.setMinWidth(USE_PREF_SIZE);
        key.visibleProperty().bind(pseudonyms.selectedProperty());
        key.setOnAction(
                _ -> {
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
        key.setText(
                its == null
                        ? text("social.table.key.random")
                        : text("social.table.key", String.valueOf(its.getFileName())));
    }

    private VBox column(ComboBox<String> box, String name) {
        box.setId("social-table-" + name);
        box.setMinWidth(150);
        box.valueProperty().addListener(_ -> read.setDisable(columns().isEmpty()));
        Label label = new Label(text("social.table." + name));
        label.setLabelFor(box);
        return new VBox(2, label, box);
    }

    /// Looks into a file, and asks.
    ///
    /// @param opened called once it is known that it is a table
    /// @param failed receives the reason if it is not a table
    public void open(Path file, Runnable opened, Consumer<String> failed) {
        RunTask<CallTable> task = new RunTask<>(_ -> CallTable.of(file));
        task.setOnSucceeded(
                _ -> {
                    show(task.getValue());
                    opened.run();
                });
        task.setOnFailed(
                _ ->
                        failed.accept(
                                text(
                                        "social.table.failed",
                                        String.valueOf(task.getException().getMessage()))));
        background.execute(task);
    }

    private void show(CallTable its) {
        table = its;
        List<String> names = its.head().names();
        title.setText(text("social.table.title", String.valueOf(its.file().getFileName())));
        message.setText("");
        for (ComboBox<String> box : List.of(caller, callee, start)) {
            box.getItems().setAll(names);
            box.setValue(null);
        }
        for (ComboBox<String> box : List.of(duration, answered)) {
            box.getItems().setAll(names);
            box.getItems().addFirst(text("social.table.none"));
            box.setValue(box.getItems().getFirst());
        }
        CsvColumns.guess(names)
                .ifPresent(
                        guess -> {
                            caller.setValue(guess.caller());
                            callee.setValue(guess.callee());
                            start.setValue(guess.start());
                            guess.duration().ifPresent(duration::setValue);
                            guess.answered().ifPresent(answered::setValue);
                        });
        List<ValueColumn<List<String>>> shown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            shown.add(
                    ValueColumn.words(
                            names.get(i), 140, row -> place < row.size() ? row.get(place) : ""));
        }
        preview.getColumns().setAll(shown);
        preview.getItems().setAll(its.first());
        read.setDisable(columns().isEmpty());
    }

    private Optional<CsvColumns> columns() {
        boolean isKnown =
                caller.getValue() != null && callee.getValue() != null && start.getValue() != null;
        return isKnown
                ? Optional.of(
                        new CsvColumns(
                                caller.getValue(),
                                callee.getValue(),
                                start.getValue(),
                                chosen(duration),
                                chosen(answered)))
                : Optional.empty();
    }

    private static Optional<String> chosen(ComboBox<String> box) {
        return Optional.ofNullable(box.getValue())
                .filter(_ -> box.getSelectionModel().getSelectedIndex() > 0);
    }

    private void read() {
        CallTable its = table;
        Optional<CsvColumns> columns = columns();
        if (its == null || columns.isEmpty() || running != null) {
            return;
        }
        boolean areReplaced = pseudonyms.isSelected();
        Path secret = keyFile;
        RunTask<TableCalls> task =
                new RunTask<>(
                        monitor ->
                                areReplaced
                                        ? replaced(its, columns.get(), secret, monitor)
                                        : calls(
                                                its,
                                                columns.get(),
                                                UserNames.AS_WRITTEN,
                                                Map.of(),
                                                monitor));
        running = task;
        progress.setVisible(true);
        read.setDisable(true);
        task.setOnSucceeded(
                _ -> {
                    end();
                    TableCalls calls = task.getValue();
                    if (calls.calls().records().size() == 0) {
                        message.setText(
                                text(
                                        "social.table.nothing",
                                        calls.calls().wrong().stream().findFirst().orElse("")));
                    } else {
                        done.accept(calls);
                    }
                });
        task.setOnFailed(
                _ -> {
                    end();
                    message.setText(
                            text(
                                    "social.table.failed",
                                    String.valueOf(task.getException().getMessage())));
                });
        task.setOnCancelled(_ -> end());
        background.execute(task);
    }

    /// Reads the calls with pseudonyms instead of names.
    private TableCalls replaced(
            CallTable its, CsvColumns columns, @Nullable Path secret, RunMonitor monitor)
            throws IOException {
        UserPseudonyms names =
                new UserPseudonyms(
                        secret == null
                                ? AnonymizationKey.random()
                                : AnonymizationKey.existing(secret));
        Map<String, String> dialled = new HashMap<>();
        UserNames users =
                UserNames.AS_WRITTEN.replacedBy(
                        name -> {
                            String pseudonym = names.apply(name);
                            if (DialledNumbers.isExternal(userPart(name))) {
                                dialled.put(userPart(pseudonym), userPart(name));
                            }
                            return pseudonym;
                        });
        return calls(its, columns, users, dialled, monitor);
    }

    private TableCalls calls(
            CallTable its,
            CsvColumns columns,
            UserNames names,
            Map<String, String> dialled,
            RunMonitor monitor)
            throws IOException {
        CsvCalls calls = its.read(columns, names, monitor);
        return new TableCalls(
                String.valueOf(its.file().getFileName()),
                calls,
                SocialMethod.flags(method.shipped(), calls.records(), monitor),
                dialled);
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
