package org.sipsleuth.view.dialogs;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.dialogs.column.DialogColumns;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.IntRows;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.RowText;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.chart.DataTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves all dialogs of the list, with the columns in view, as CSV or JSON.
final class ListSaver {

    private static final Logger LOG = LoggerFactory.getLogger(ListSaver.class);
    private static final int ROWS_A_STEP = 1_024;

    private final DialogsViewModel model;
    private final TableView<Integer> table;
    private final ListStatus status;

    ListSaver(DialogsViewModel model, TableView<Integer> table, ListStatus status) {
        this.model = model;
        this.table = table;
        this.status = status;
    }

    /// Asks where to, and saves.
    ///
    /// @return false if there is nothing to save
    boolean ask() {
        Listed listed = model.listedProperty().get();
        if (listed == null || model.dialogs().isEmpty()) {
            return false;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("dialogs.save"));
        chooser.setInitialFileName("dialogs.csv");
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter("CSV", "*.csv"),
                        new FileChooser.ExtensionFilter("JSON", "*.json"));
        @Nullable File chosen = chooser.showSaveDialog(table.getScene().getWindow());
        if (chosen != null) {
            save(listed, chosen.toPath());
        }
        return true;
    }

    private void save(Listed listed, Path file) {
        IntRows dialogs = model.dialogs();
        List<DialogColumn> columns = DialogColumns.shown(table);
        RunTask<@Nullable Void> task = new RunTask<>(monitor -> {
            OutputFile output = OutputFile.at(file, ExportOutput.confirmed(listed.index()));
            write(new RowText(listed, columns), dialogs, output, monitor);
            return null;
        });
        task.setOnSucceeded(_ -> finished(text("dialogs.saved", dialogs.size(), file.toString())));
        task.setOnCancelled(_ -> finished(text("dialogs.save.cancelled")));
        task.setOnFailed(_ -> {
            FailureLog.warn(LOG, "The list could not be saved", task.getException());
            finished(text("dialogs.save.failed", String.valueOf(task.getException().getMessage())));
        });
        status.begin(task.progressProperty(), task::cancel);
        task.start();
    }

    private void finished(String sentence) {
        status.end();
        status.show(sentence);
    }

    static void write(RowText rows, List<Integer> dialogs, OutputFile file, RunMonitor monitor) throws IOException {
        boolean isJson = file.target().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        file.write(out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(isJson ? "[\n" : DataTable.csvLine(rows.titles()));
            for (int i = 0; i < dialogs.size(); i++) {
                if (i % ROWS_A_STEP == 0) {
                    monitor.throwIfCancelled();
                    monitor.progress(new Progress(text("dialogs.save"), i, dialogs.size()));
                }
                writer.write(row(rows, dialogs.get(i), isJson, i == 0));
            }
            writer.write(isJson ? "\n]\n" : "");
            writer.flush();
        });
    }

    private static String row(RowText rows, int dialog, boolean isJson, boolean isFirst) {
        List<Object> values = rows.values(dialog);
        return isJson ? (isFirst ? "  " : ",\n  ") + DataTable.jsonObject(rows.titles(), values)
                : DataTable.csvLine(values);
    }
}
