package org.sipsleuth.app.command.listing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.compare.Line;
import org.sipsleuth.compare.LinePair;
import org.sipsleuth.compare.MessageComparison;
import org.sipsleuth.report.rows.Column;

/// A record per line of two messages side by side. The names of its columns are a contract.
public final class MessageComparisonRecords extends ListedRows<LinePair> {

    private static final List<Column> COLUMNS = List.of(Column.text("difference"), Column.bool("moved"),
            Column.text("part"), Column.text("name"), Column.text("left"), Column.text("right"));

    public MessageComparisonRecords(MessageComparison comparison) {
        super(COLUMNS, comparison.pairs());
    }

    @Override
    protected String[] cells(LinePair pair) {
        return switch (pair) {
            case LinePair.OnlyLeft only -> cells("only_left", false, only.left(), text(only.left()), "");
            case LinePair.OnlyRight only -> cells("only_right", false, only.right(), "", text(only.right()));
            case LinePair.Both both -> cells(both.changes().isEmpty() ? "same" : "changed", both.moved(), both.left(),
                    text(both.left()), text(both.right()));
        };
    }

    private static String[] cells(String difference, boolean moved, Line line, String left, String right) {
        return new String[]{
            difference,
            Boolean.toString(moved),
            line.part().name().toLowerCase(Locale.ROOT),
            line.name(),
            left,
            right};
    }

    private static String text(Line line) {
        byte[] utf8 = line.content().getBytes(StandardCharsets.ISO_8859_1);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
