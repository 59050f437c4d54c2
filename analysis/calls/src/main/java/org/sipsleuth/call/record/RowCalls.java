package org.sipsleuth.call.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Turns the rows of a table into calls. For one thread.
///
/// Where the rows are requests (Kamailio's `acc`), those of one Call-ID are a call: from the INVITE
/// that was answered to the BYE.
final class RowCalls {

    private static final int MOST_SHOWN = 3;
    private static final int NONE = -1;
    private static final long NANOS_IN_MILLI = 1_000_000;
    private static final String INVITE = "INVITE";
    private static final String BYE = "BYE";

    /// The types of columns, as Cisco's CUCM writes them in its second line.
    private static final Set<String> TYPES = Set.of("INTEGER", "UNIQUEIDENTIFIER");

    private static final Set<String> CHALLENGES = Set.of("401", "407");

    private final CsvCalls.Head head;
    private final CsvColumns columns;
    private final CallRecords.Builder calls;
    private final List<String> wrong = new ArrayList<>();
    private final CellUsers users;
    private final WrittenTimes times;
    private final WrittenAnswers answers;
    private final boolean isAnswerTime;
    private final int fewestCells;
    private final int method;
    private final int callId;

    /// Answered calls without a BYE yet, by Call-ID.
    private final Map<String, Open> open = new HashMap<>();

    /// When BYEs were sent of which no call came yet, by Call-ID.
    private final Map<String, Long> byes = new HashMap<>();

    private final LeftOut.Counter leftOut = new LeftOut.Counter();
    private final CsvRows.Cell cell = new CsvRows.Cell();
    private long count;
    private long wrongCount;
    private long requests;
    private long answered;
    private long withoutTalk;
    private long talkMillis;

    /// An answered call that goes on.
    ///
    /// @param call its number among the calls that were added, or -1 if it is left out
    private record Open(int call, long startNanos) {}

    RowCalls(CsvCalls.Head head, CsvColumns columns, Optional<DateOrder> order, UserNames names,
            CallRecords.Builder calls) {
        this.head = head;
        this.calls = calls;
        this.columns = columns;
        users = new CellUsers(names, calls);
        times = new WrittenTimes(order);
        String answer = name(columns.answered());
        answers = new WrittenAnswers(ColumnMeaning.isCause(answer), times);
        isAnswerTime = ColumnMeaning.isAnswerTime(answer);
        fewestCells = 1 + Math.max(Math.max(columns.caller(), columns.callee()), columns.start());
        List<String> words = head.names().stream().map(PlainWords::of).toList();
        callId = words.indexOf("callid");
        method = callId >= 0 && words.contains("sip_code") ? words.indexOf("method") : NONE;
    }

    private String name(OptionalInt column) {
        return column.isPresent() ? head.names().get(column.getAsInt()) : "";
    }

    /// How many rows were added.
    long count() {
        return count;
    }

    /// What became of them.
    RowCount sum() {
        return new RowCount(count, wrong, wrongCount, leftOut.sum(), requests,
                new RowCount.Talk(answered, withoutTalk + open.size(), talkMillis));
    }

    void add(CsvRows row) {
        count++;
        if (!row.fault().isEmpty()) {
            refuse(row, row.fault());
            return;
        }
        if (row.size() < fewestCells) {
            refuse(row, "too few columns");
            return;
        }
        row.cell(columns.start(), cell);
        if (count == 1 && TYPES.contains(cell.toString())) {
            count = 0; // the names' second line
            return;
        }
        OptionalLong at = times.nanos(cell);
        if (at.isEmpty()) {
            refuse(row, cell.isEmpty() ? "no start"
                    : "start \"%s\" cannot be read as a time".formatted(ShortText.of(cell)));
            return;
        }
        if (method >= 0 && !isCall(row, at.getAsLong())) {
            requests++;
            return;
        }
        call(row, at.getAsLong());
    }

    /// Whether a request of a table of requests begins a call; a BYE ends one.
    private boolean isCall(CsvRows row, long atNanos) {
        String name = method < row.size() ? row.cell(method).strip() : "";
        String id = callId < row.size() ? row.cell(callId).strip() : "";
        if (name.equals(BYE)) {
            if (open.containsKey(id)) {
                end(id, atNanos);
            } else {
                byes.put(id, atNanos);
            }
            return false;
        }
        show(row, columns.answered());
        return name.equals(INVITE) && !open.containsKey(id) && !CHALLENGES.contains(cell.toString());
    }

    /// Ends an answered call by its BYE.
    private void end(String id, long atNanos) {
        Open call = open.remove(id);
        if (call != null) {
            long talk = Math.max(0, atNanos - call.startNanos()) / NANOS_IN_MILLI;
            talkMillis += talk;
            if (call.call() >= 0) {
                calls.talked(call.call(), talk);
            }
        }
    }

    /// Ends the call that a row began by a BYE of an earlier row, since not all tables are in the
    /// order of time.
    private void endEarlier(CsvRows row, long startNanos) {
        String id = callId < row.size() ? row.cell(callId).strip() : "";
        Long bye = byes.remove(id);
        if (bye != null && bye >= startNanos) {
            end(id, bye);
        }
    }

    private void call(CsvRows row, long atNanos) {
        show(row, columns.duration());
        WrittenDurations.Read talk = WrittenDurations.of(cell, head.delimiter() == ';');
        if (!talk.fault().isEmpty()) {
            refuse(row, "duration \"%s\" %s".formatted(ShortText.of(cell), talk.fault()));
            return;
        }
        boolean hasTalk = !cell.isEmpty();
        show(row, columns.answered());
        WrittenAnswers.Answer answer =
                cell.isEmpty()
                        ? columns.answered().isPresent() && (isAnswerTime || !hasTalk) ? WrittenAnswers.Answer.NO
                                : WrittenAnswers.Answer.ENDED
                        : answers.of(cell);
        boolean isAnswered = switch (answer) {
            case YES -> true;
            case NO -> false;
            case ENDED -> talk.millis() > 0 || (!hasTalk && columns.answered().isPresent());
            case UNKNOWN -> false;
        };
        if (answer == WrittenAnswers.Answer.UNKNOWN) {
            refuse(row, "answered \"%s\" is not understood".formatted(ShortText.of(cell)));
            return;
        }
        row.cell(columns.caller(), cell);
        int caller = users.number(cell);
        row.cell(columns.callee(), cell);
        int callee = users.number(cell);
        boolean isListed = caller >= 0 && callee >= 0;
        if (!isListed) {
            leftOut.add(CellUsers.kind(caller), CellUsers.kind(callee));
        }
        if (isAnswered) {
            note(row, isListed, atNanos, hasTalk, talk.millis());
        }
        if (isListed) {
            calls.add(caller, callee, atNanos, isAnswered, hasTalk ? talk.millis() : NONE,
                    (int) Math.min(Integer.MAX_VALUE, row.line()));
        }
        if (method >= 0) {
            endEarlier(row, atNanos);
        }
    }

    /// Counts an answered call that is about to be added.
    private void note(CsvRows row, boolean isListed, long atNanos, boolean hasTalk, long millis) {
        answered++;
        talkMillis += millis;
        if (method >= 0 && !hasTalk) {
            String id = callId < row.size() ? row.cell(callId).strip() : "";
            open.put(id, new Open(isListed ? calls.size() : NONE, atNanos));
        } else if (!hasTalk) {
            withoutTalk++;
        }
    }

    private void show(CsvRows row, OptionalInt column) {
        if (column.isPresent() && column.getAsInt() < row.size()) {
            row.cell(column.getAsInt(), cell);
        } else {
            cell.clear();
        }
    }

    private void refuse(CsvRows row, String reason) {
        wrongCount++;
        if (wrong.size() < MOST_SHOWN) {
            wrong.add("Line " + row.line() + ": " + reason + ".");
        }
    }
}
