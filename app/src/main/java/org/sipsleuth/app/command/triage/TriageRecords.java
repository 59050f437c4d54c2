package org.sipsleuth.app.command.triage;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.app.command.listing.Captured;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriagePlace;

/// A record per row of the queue, for other programs. The names of its columns are a contract.
public final class TriageRecords implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.number("rank"), Column.text("source"),
            Column.text("step"), Column.text("title"), Column.number("dialogs"), Column.number("decided"),
            Column.list("senders"), Column.list("servers"), Column.number("bits"), Column.text("why"),
            Column.text("file"), Column.number("frame"), Column.text("call_id"), Column.text("need"),
            Column.list("verdicts"), Column.bool("contradiction"), Column.number("log_byte"));

    private final List<JudgedRow> rows;
    private final SipIndex index;
    private final Captured captured;

    /// @param index of the queue
    public TriageRecords(List<JudgedRow> rows, SipIndex index) {
        this.rows = List.copyOf(rows);
        this.index = index;
        captured = new Captured(index);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String[] row(int number) {
        JudgedRow row = rows.get(number);
        TriageItem item = row.item();
        int first = item.message(item.example());
        return new String[]{
            Integer.toString(row.rank()),
            item.cause().source().word(),
            item.cause().text(),
            item.title().text(),
            Integer.toString(item.dialogs().size()),
            Integer.toString(row.decidedDialogs()),
            Column.list(hosts(item, TriagePlace::sender)),
            Column.list(hosts(item, TriagePlace::server)),
            String.format(Locale.ROOT, "%.1f", item.bits()),
            why(item),
            index.files().get(index.messages().file(first)).name(),
            Long.toString(index.messages().frame(first)),
            index.dialogs().callId(index.messages().dialog(first)),
            item.need().name().toLowerCase(Locale.ROOT),
            Column.list(row.words().stream().map(TriageRecords::word).toList()),
            Boolean.toString(!row.contradiction().isEmpty()),
            captured.logByte(first)};
    }

    static List<String> hosts(TriageItem item, Function<TriagePlace, String> host) {
        return item.places().stream().map(host).filter(address -> !address.isEmpty()).distinct().toList();
    }

    /// `alice: safe, from 192.0.2.11`.
    private static String word(JudgedRow.Word word) {
        String judgement = word.verdict().judgement().map(Judgement::word).orElse("");
        String scope = word.isOfSequence() ? "by whole sequence" : word.verdict().scopeText();
        return "%s: %s, %s".formatted(word.verdict().who(), judgement, scope);
    }

    /// Why it is a row, and the incidents that its dialogs belong to.
    static String why(TriageItem item) {
        Stream<Sentence> incidents = item.incidents().stream().map(Incident::title);
        return Stream.concat(Stream.of(item.reason().text()), incidents)
                .map(Sentence::text)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" | "));
    }
}
