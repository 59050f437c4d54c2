package org.sipsleuth.app.command.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.app.command.listing.Captured;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.CsvCalls;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.transaction.CallLegs;

/// A row per call between two users. The names of the columns are a contract.
public final class CallRows implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.time("start"), Column.text("caller"),
            Column.text("callee"), Column.bool("answered"), Column.number("talk_seconds"),
            Column.list("call_ids").ranked(2), Column.number("first_frame").ranked(1), Column.number("line").ranked(3),
            Column.text("file").ranked(4), Column.number("log_byte").ranked(5));

    /// For people.
    private static final List<Column> LINE = List.of(Column.whole("start (UTC)"), Column.text("caller"),
            Column.text("callee"), Column.whole("answered"), Column.whole("talk"), Column.list("Call-IDs").ranked(2),
            Column.number("frame").ranked(1), Column.number("line").ranked(3), Column.text("file").ranked(4));

    private static final int MILLI_DIGITS = 3;
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final CallRecords records;
    private final Origins origins;
    private final Map<String, Long> leftOut;
    private final boolean areForPeople;

    /// Where calls come from: what the last five columns say; for people, the last four.
    private interface Origins {
        String[] of(int origin);

        /// How many digits after the point their clock has.
        int digits(int origin);
    }

    private CallRows(CallRecords records, Origins origins, Map<String, Long> leftOut, boolean areForPeople) {
        this.records = records;
        this.origins = origins;
        this.leftOut = leftOut;
        this.areForPeople = areForPeople;
    }

    /// Those of captures.
    ///
    /// @param calls with their first dialogs as origins
    /// @param areForPeople whether times and lengths are written to be read
    public static CallRows of(SipIndex index, CapturedCalls calls, CallLegs legs, boolean areForPeople) {
        Captured captured = new Captured(index);
        return new CallRows(calls.records(), new Origins() {
            @Override
            public String[] of(int dialog) {
                int message = index.dialogs().firstMessage(dialog);
                List<String> ids = legs.dialogs(dialog).stream().map(each -> index.dialogs().callId(each)).toList();
                return new String[]{
                    Column.list(ids),
                    areForPeople ? index.frameText(message) : Long.toString(index.messages().frame(message)),
                    "",
                    captured.file(message),
                    captured.logByte(message)};
            }

            @Override
            public int digits(int dialog) {
                return captured.digits(index.dialogs().firstMessage(dialog));
            }
        }, calls.leftOut().byReason(), areForPeople);
    }

    /// Those of a table.
    ///
    /// @param file its name as the user gave it
    /// @param calls with the lines of the table as origins
    /// @param areForPeople whether times and lengths are written to be read
    public static CallRows of(String file, CsvCalls calls, boolean areForPeople) {
        return new CallRows(calls.records(), new Origins() {
            @Override
            public String[] of(int line) {
                return new String[]{"", "", Integer.toString(line), file, ""};
            }

            @Override
            public int digits(int line) {
                return MILLI_DIGITS;
            }
        }, calls.count().byReason(), areForPeople);
    }

    @Override
    public List<Column> columns() {
        return areForPeople ? LINE : COLUMNS;
    }

    @Override
    public Map<String, Long> leftOut() {
        return leftOut;
    }

    @Override
    public int size() {
        return records.size();
    }

    @Override
    public String[] row(int call) {
        String[] origin = origins.of(records.origin(call));
        int digits = origins.digits(records.origin(call));
        long start = records.startNanos(call);
        long talk = records.talkMillis(call) * NANOS_IN_MILLI;
        boolean isAnswered = records.isAnswered(call);
        List<String> cells = new ArrayList<>(
                List.of(areForPeople ? HumanText.moment(start, digits) : HumanText.seconds(start, digits),
                        records.users().get(records.caller(call)), records.users().get(records.callee(call)),
                        areForPeople ? (isAnswered ? "yes" : "no") : Boolean.toString(isAnswered),
                        isAnswered && records.isTalkKnown(call) ? length(talk) : "", origin[0], origin[1], origin[2],
                        origin[3]));
        if (!areForPeople) {
            cells.add(origin[4]);
        }
        return cells.toArray(String[]::new);
    }

    private String length(long nanos) {
        return areForPeople ? HumanText.duration(nanos) : HumanText.seconds(nanos, MILLI_DIGITS);
    }
}
