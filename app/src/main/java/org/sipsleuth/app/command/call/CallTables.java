package org.sipsleuth.app.command.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CallTable;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.call.record.CsvColumns;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.report.output.HumanText;

/// Reads the tables of call records of a command line. One that cannot be read is named on standard
/// error; the others are read all the same.
public final class CallTables {

    /// What a column says.
    public enum Meaning {
        CALLER,
        CALLEE,
        START,
        DURATION,
        ANSWERED
    }

    /// The calls of one table.
    ///
    /// @param file its name, as the user gave it
    public record Read(String file, CallRecords records) {}

    private final Terminal terminal;
    private final Map<Meaning, String> columns;
    private final UserNames names;
    private boolean isComplete = true;

    /// @param columns the names of columns; the others are guessed
    /// @param names who is a user
    public CallTables(Terminal terminal, Map<Meaning, String> columns, UserNames names) {
        this.terminal = terminal;
        this.columns = Map.copyOf(columns);
        this.names = names;
    }

    /// Reads these, in order.
    public List<Read> read(List<String> files, ProgressLine progress) {
        List<Read> read = new ArrayList<>();
        for (String file : files) {
            Optional<String> obstacle = CaptureFiles.obstacle(file, "table");
            if (obstacle.isPresent()) {
                refuse(file, obstacle.get());
                continue;
            }
            try {
                CallTable table = CallTable.of(FileName.path(file));
                Optional<CsvColumns> chosen = columns(table.head().names());
                if (chosen.isEmpty()) {
                    refuse(
                            file,
                            "which columns say caller, callee and start is not known; name them"
                                    + " with --column, of: "
                                    + String.join(", ", table.head().names()));
                    continue;
                }
                CsvCalls calls = table.read(chosen.get(), names, progress);
                read.add(new Read(file, calls.records()));
                report(file, calls, progress);
            } catch (IOException unreadable) {
                refuse(file, CaptureFiles.reason(unreadable));
            }
        }
        return read;
    }

    private Optional<CsvColumns> columns(List<String> head) {
        Optional<CsvColumns> guess = CsvColumns.guess(head);
        Optional<String> caller = name(Meaning.CALLER, guess.map(CsvColumns::caller));
        Optional<String> callee = name(Meaning.CALLEE, guess.map(CsvColumns::callee));
        Optional<String> start = name(Meaning.START, guess.map(CsvColumns::start));
        boolean areThere = head.containsAll(columns.values());
        return areThere && caller.isPresent() && callee.isPresent() && start.isPresent()
                ? Optional.of(
                        new CsvColumns(
                                caller.get(),
                                callee.get(),
                                start.get(),
                                name(Meaning.DURATION, guess.flatMap(CsvColumns::duration)),
                                name(Meaning.ANSWERED, guess.flatMap(CsvColumns::answered))))
                : Optional.empty();
    }

    private Optional<String> name(Meaning meaning, Optional<String> guess) {
        return Optional.ofNullable(columns.get(meaning)).or(() -> guess);
    }

    private void report(String file, CsvCalls calls, ProgressLine progress) {
        if (calls.wrongCount() > 0) {
            isComplete = false;
            progress.report(
                    "%s: %d of %d rows could not be read. %s"
                            .formatted(
                                    file,
                                    calls.wrongCount(),
                                    calls.rows(),
                                    calls.wrong().getFirst()));
        }
        if (calls.leftOut() > 0) {
            progress.report(
                    ("%s: %s left out, as caller or callee is no user (anonymous, or a service"
                                    + " code)")
                            .formatted(file, HumanText.count(calls.leftOut(), "row")));
        }
    }

    private void refuse(String file, String reason) {
        isComplete = false;
        terminal.report(file + ": " + reason);
    }

    /// Whether every table was read, and every row of it.
    public boolean isComplete() {
        return isComplete;
    }

    /// All their calls as one.
    public static CallRecords joined(List<Read> tables) {
        if (tables.size() == 1) {
            return tables.getFirst().records();
        }
        CallRecords.Builder all = new CallRecords.Builder();
        tables.forEach(each -> all.addAll(each.records()));
        return all.build();
    }
}
