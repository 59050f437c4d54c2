package org.sipsleuth.app.command.call;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.memory.MemoryAdvice;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.call.record.AmbiguousDatesException;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CallTable;
import org.sipsleuth.call.record.ColumnChoice;
import org.sipsleuth.call.record.ColumnMeaning;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.call.record.CsvColumns;
import org.sipsleuth.call.record.DateOrder;
import org.sipsleuth.call.record.RowCount;
import org.sipsleuth.call.record.TableSize;
import org.sipsleuth.call.record.UndecodableTableException;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.text.FileName;

/// Reads the tables of call records of a command line. One that cannot be read is named on standard
/// error; the others are read all the same.
public final class CallTables {

    /// The calls of one table.
    ///
    /// @param file its name, as the user gave it
    public record Read(String file, CsvCalls calls) {}

    /// A table that can be read.
    ///
    /// @param file its name, as the user gave it
    private record Known(String file, CallTable table, CsvColumns columns, TableSize size) {}

    private static final long MEBIBYTE = 1L << 20;

    private final Terminal terminal;
    private final Map<ColumnMeaning, String> columns;
    private final Optional<Charset> charset;
    private final Optional<DateOrder> dates;
    private final UserNames names;
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private final Map<String, RowCount> counts = new LinkedHashMap<>();
    private boolean isComplete = true;

    /// @param columns the names of columns; the others are guessed
    /// @param charset the character set of the tables; empty if it is to be detected
    /// @param dates what stands first in dates such as 03/04/2024; empty if that is to be found out
    /// @param names who is a user
    public CallTables(Terminal terminal, Map<ColumnMeaning, String> columns, Optional<Charset> charset,
            Optional<DateOrder> dates, UserNames names) {
        this.terminal = terminal;
        this.columns = Map.copyOf(columns);
        this.charset = charset;
        this.dates = dates;
        this.names = names;
    }

    /// Reads these, in order.
    public List<Read> read(List<String> files, ProgressLine progress) {
        List<Read> read = new ArrayList<>();
        for (Known known : known(files, progress)) {
            try {
                CsvCalls calls = known.table().read(known.columns(), names, progress);
                read.add(new Read(known.file(), calls));
                report(known.file(), calls.count(), progress);
            } catch (IOException unreadable) {
                refuse(known.file(), reason(unreadable));
            }
        }
        return read;
    }

    /// Reads these as one.
    ///
    /// @return their calls; empty if none can be read
    public Optional<CallRecords> joined(List<String> files, ProgressLine progress) {
        CallRecords.Builder all = new CallRecords.Builder();
        boolean isRead = false;
        for (Known known : known(files, progress)) {
            try {
                RowCount count = known.table().addTo(all, known.columns(), names, progress);
                report(known.file(), count, progress);
                counts.put(known.file(), count);
                isRead = true;
            } catch (IOException unreadable) {
                refuse(known.file(), reason(unreadable));
            }
        }
        return isRead ? Optional.of(all.build()) : Optional.empty();
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof AmbiguousDatesException
                ? unreadable.getMessage() + "; state it with --date-order dmy or --date-order mdy"
                : CaptureObstacle.reason(unreadable);
    }

    private List<Known> known(List<String> files, ProgressLine progress) {
        List<Known> known = new ArrayList<>();
        for (String file : files) {
            Optional<String> obstacle = CaptureFiles.obstacle(file, "table");
            if (obstacle.isPresent()) {
                refuse(file, obstacle.get());
                continue;
            }
            try {
                CallTable found = CallTable.of(FileName.path(file), charset, progress);
                CallTable table = dates.map(found::with).orElse(found);
                table.note().ifPresent(note -> progress.report(file + ": " + note));
                Optional<CsvColumns> chosen = columns(file, table);
                if (chosen.isPresent()) {
                    known.add(new Known(file, table, chosen.get(), table.size(chosen.get())));
                }
            } catch (UndecodableTableException unknown) {
                refuse(file, unknown.getMessage() + "; name the character set with --charset, such as windows-1252,"
                        + " IBM850 or UTF-16LE");
            } catch (IOException unreadable) {
                refuse(file, CaptureObstacle.reason(unreadable));
            }
        }
        long given = Runtime.getRuntime().maxMemory();
        long needed = Math.ceilDiv(known.stream().mapToLong(calls -> calls.size().neededBytes()).sum(), MEBIBYTE);
        if (!MemoryAdvice.isEnough(given, needed)) {
            isComplete = false;
            terminal.report(MemoryAdvice.sentence(given, needed));
            return List.of();
        }
        return known;
    }

    private Optional<CsvColumns> columns(String file, CallTable table) {
        ColumnChoice choice = table.columns().named(columns);
        if (!choice.isKnown(columns.keySet())) {
            refuse(file, missing(choice) + String.join(", ", table.head().names()) + (table.head().isWritten() ? ""
                    : " (the table has no head: these are the columns of its first row)"));
        } else if (!choice.questions().isEmpty()) {
            refuse(file, question(choice));
        }
        return choice.columns().filter(_ -> choice.isKnown(columns.keySet()));
    }

    private String missing(ColumnChoice choice) {
        List<String> words = choice.missing(columns.keySet()).stream().map(ColumnMeaning::word).toList();
        return "which column states the %s is not known; name it with %s, of: ".formatted(String.join(", the ", words),
                words.stream().map(word -> "--column " + word + "=NAME").collect(Collectors.joining(" ")));
    }

    private static String question(ColumnChoice choice) {
        return choice.questions().stream().map(choice::question).collect(Collectors.joining("; ")) + "; choose with "
                + choice.questions()
                        .stream()
                        .map(meaning -> "--column %s=%s".formatted(meaning.word(),
                                choice.unique(choice.candidates(meaning).getFirst())))
                        .collect(Collectors.joining(" "))
                + " (a name, or the number of a column)";
    }

    private void report(String file, RowCount count, ProgressLine progress) {
        isComplete &= count.wrongCount() == 0;
        count.byReason().forEach((reason, rows) -> leftOut.merge(reason, rows, Long::sum));
        count.sentences().forEach(sentence -> progress.report(file + ": " + sentence));
    }

    private void refuse(String file, String reason) {
        isComplete = false;
        terminal.report(file + ": " + reason);
    }

    /// How many rows of all tables are no calls of the list, by the reason.
    public Map<String, Long> leftOut() {
        return Collections.unmodifiableMap(leftOut);
    }

    /// How many rows each table that was joined has, by its name as the user gave it.
    Map<String, RowCount> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /// How many calls each of these has, by the name of its file without its folder.
    public Map<String, Long> calls() {
        Map<String, Long> calls = new HashMap<>();
        counts.forEach((file, count) -> calls.put(FileName.last(FileName.path(file)), count.calls()));
        return calls;
    }

    /// Whether every table was read, and every row of it.
    public boolean isComplete() {
        return isComplete;
    }
}
