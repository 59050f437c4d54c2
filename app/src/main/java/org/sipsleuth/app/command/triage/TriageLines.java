package org.sipsleuth.app.command.triage;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriagePlace;

/// A line per row of the queue, for people.
public final class TriageLines implements Listing {

    private static final List<Column> COLUMNS =
            List.of(Column.number("rank"), Column.whole("source"), Column.text("step"), Column.number("dialogs"),
                    Column.whole("senders").ranked(3), Column.whole("server").ranked(4), Column.text("why").ranked(5),
                    Column.text("verdict").styled(TriageLines::style));

    private static final String CONTRADICTION = "! ";

    private final List<JudgedRow> rows;

    public TriageLines(List<JudgedRow> rows) {
        this.rows = List.copyOf(rows);
    }

    private static Style style(String cell) {
        return cell.startsWith(CONTRADICTION) ? Style.RED : Style.PLAIN;
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
        return new String[]{
            Integer.toString(row.rank()),
            item.cause().source().word(),
            item.title().text(),
            Integer.toString(item.dialogs().size()),
            several(item, TriagePlace::sender),
            several(item, TriagePlace::server),
            TriageRecords.why(item),
            verdict(row)};
    }

    private static String several(TriageItem item, Function<TriagePlace, String> host) {
        List<String> all = TriageRecords.hosts(item, host);
        return switch (all.size()) {
            case 0 -> "";
            case 1 -> all.getFirst();
            default -> "%s +%d".formatted(all.getFirst(), all.size() - 1);
        };
    }

    /// The words of all analysts, behind how many dialogs are decided if not all are.
    private static String verdict(JudgedRow row) {
        String words = row.words()
                .stream()
                .map(word -> word.verdict().who() + ": " + word.verdict().text())
                .collect(Collectors.joining("; "));
        String part = words.isEmpty() || row.isDecided() ? ""
                : "%d of %d: ".formatted(row.decidedDialogs(), row.item().dialogs().size());
        return (row.contradiction().isEmpty() ? "" : CONTRADICTION) + part + words;
    }
}
