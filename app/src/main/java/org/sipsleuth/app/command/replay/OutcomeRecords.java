package org.sipsleuth.app.command.replay;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.app.command.listing.Captured;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.traffic.Direction;
import org.sipsleuth.report.rows.Column;

/// A record per message that crosses the border. The names of its columns are a contract.
public final class OutcomeRecords extends ListedRows<Integer> {

    private static final List<Column> COLUMNS = List.of(Column.number("frame"), Column.time("time"),
            Column.text("direction"), Column.text("src_ip"), Column.text("dst_ip"), Column.text("type"),
            Column.text("class"), Column.text("outcome"), Column.text("stage"), Column.text("reason"),
            Column.text("call_id"), Column.text("file"), Column.number("log_byte"));

    private final ReplayResult result;
    private final SipIndex index;
    private final Captured captured;

    /// @param chosen which messages are listed
    public OutcomeRecords(ReplayResult result, IntPredicate chosen) {
        super(COLUMNS,
                IntStream.range(0, result.input().traffic().size())
                        .filter(message -> result.input().traffic().direction(message) != Direction.ELSEWHERE)
                        .filter(chosen)
                        .boxed()
                        .toList());
        this.result = result;
        index = result.input().traffic().index();
        captured = new Captured(index);
    }

    @Override
    protected String[] cells(Integer message) {
        MessageTable messages = index.messages();
        Ruling ruling = result.ruling(message);
        boolean isDropped = result.outcome(message) == MessageOutcome.DROPPED;
        return new String[]{
            Integer.toString(messages.frame(message)),
            captured.time(message),
            word(result.input().traffic().direction(message)),
            messages.endpoint(messages.source(message)).host(),
            messages.endpoint(messages.destination(message)).host(),
            messages.typeName(messages.type(message)),
            word(result.input().classOf(message)),
            result.outcome(message).word(),
            isDropped ? ruling.protection().map(Protection::word).orElse("stack") : "",
            isDropped ? ruling.word() : "",
            index.dialogs().callId(messages.dialog(message)),
            captured.file(message),
            captured.logByte(message)};
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
