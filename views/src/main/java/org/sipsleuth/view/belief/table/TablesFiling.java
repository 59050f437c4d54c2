package org.sipsleuth.view.belief.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.table.TablesFile;
import org.sipsleuth.belief.table.TablesFormatException;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.view.belief.state.Background;
import org.sipsleuth.view.belief.state.TablesInUse;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.page.FileChoice;

/// Opens tables from files, and writes them.
public final class TablesFiling {

    private static final String NAME = "tables.yaml";
    private static final int LONGEST_REASON = 300;

    private final TablesInUse tables;
    private final FileChoice files;
    private final Background background;
    private final Supplier<OutputRules> rules;

    /// @param rules what a file may replace once a dialog has asked
    public TablesFiling(TablesInUse tables, FileChoice files, Background background, Supplier<OutputRules> rules) {
        this.tables = tables;
        this.rules = rules;
        this.files = files;
        this.background = background;
    }

    /// Asks for a file and uses its tables.
    void open(Window window, Consumer<String> report) {
        files.toOpen(window).ifPresent(file -> read(file, report));
    }

    /// @param report gets the reason why a file is refused, or an empty text
    void read(Path file, Consumer<String> report) {
        background.run(_ -> TablesFile.read(file), read -> {
            report.accept(""); // also where these tables are in use already
            tables.own(read);
        }, failure -> report.accept(reason(file, failure)));
    }

    private static String reason(Path file, Throwable failure) {
        String name = String.valueOf(file.getFileName());
        if (failure instanceof TablesFormatException format) {
            String why = VisibleText.ofValue(format.reason(), LONGEST_REASON);
            return format.line() > 0 ? text("belief.tables.wrong.line", name, format.line(), why)
                    : text("belief.tables.wrong", name, why);
        }
        return text("belief.tables.unreadable", name);
    }

    /// Asks for a file and writes the tables in use, with all changes.
    void save(Window window, Consumer<String> report) {
        Optional<BeliefTables> now = tables.tablesProperty().get();
        now.ifPresent(these -> files.toSave(window, NAME).ifPresent(file -> write(these, file, report)));
    }

    void write(BeliefTables these, Path file, Consumer<String> report) {
        String name = String.valueOf(file.getFileName());
        OutputRules now = rules.get();
        background.<Path>run(_ -> {
            OutputFile.at(file, now).write(TablesFile.write(these));
            return file;
        }, _ -> report.accept(text("belief.tables.saved", name)),
                failure -> report.accept(failure instanceof IOException
                        ? text("belief.tables.unwritable", String.valueOf(failure.getMessage()))
                        : text("belief.page.failed.advice")));
    }
}
