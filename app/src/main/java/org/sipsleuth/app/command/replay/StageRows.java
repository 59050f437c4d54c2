package org.sipsleuth.app.command.replay;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.app.command.listing.Captured;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.incident.StageEffect;
import org.sipsleuth.report.rows.Column;

/// A record per stage of an incident. For programs, the names of the columns are a contract.
public final class StageRows extends ListedRows<StageEffect> {

    private static final List<Column> COLUMNS =
            List.of(Column.number("incident"), Column.text("stage"), Column.text("stopped"), Column.number("messages"),
                    Column.number("stopped_messages"), Column.number("void_messages"), Column.number("passed_messages"),
                    Column.number("overloaded_messages"), Column.number("unknown_messages"),
                    Column.number("first_frame"), Column.text("file"), Column.number("log_byte"));

    private static final List<Column> COLUMNS_FOR_PEOPLE = List.of(Column.number("incident"), Column.text("stage"),
            Column.text("stopped"), Column.number("messages"), Column.number("stopped (messages)"),
            Column.number("of these void (messages)").ranked(2), Column.number("passed (messages)"),
            Column.number("stack full (messages)").ranked(3), Column.number("unknown (messages)").ranked(3),
            Column.number("first stopped (frame)"), Column.text("file").ranked(1));

    private final SipIndex index;
    private final Captured captured;
    private final boolean isForPeople;

    public StageRows(List<StageEffect> stages, SipIndex index, boolean isForPeople) {
        super(isForPeople ? COLUMNS_FOR_PEOPLE : COLUMNS, stages);
        this.index = index;
        this.isForPeople = isForPeople;
        captured = new Captured(index);
    }

    @Override
    protected String[] cells(StageEffect its) {
        boolean isStopped = its.first() != StageEffect.NONE;
        String frame = !isStopped ? ""
                : isForPeople ? index.frameText(its.first())
                : Integer.toString(index.messages().frame(its.first()));
        List<String> cells = new ArrayList<>(List.of(Integer.toString(its.incident()), its.kind().word(),
                its.verdict().word(), Integer.toString(its.messages()), Integer.toString(its.stopped()),
                Integer.toString(its.unsent()), Integer.toString(its.passed()), Integer.toString(its.overloaded()),
                Integer.toString(its.unknown()), frame, isStopped ? captured.file(its.first()) : ""));
        if (!isForPeople) {
            cells.add(isStopped ? captured.logByte(its.first()) : "");
        }
        return cells.toArray(String[]::new);
    }
}
