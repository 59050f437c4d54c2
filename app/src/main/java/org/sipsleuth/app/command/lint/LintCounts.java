package org.sipsleuth.app.command.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.sentence.Severity;

/// A line per sender and rule with the number of messages, for people: the gravest first, then the
/// most frequent.
public final class LintCounts implements Listing {

    private static final List<Column> COLUMNS =
            List.of(Column.whole("severity").styled(LintCounts::style), Column.number("messages"),
                    Column.text("departure"), Column.text("reference").ranked(2), Column.text("source"),
                    Column.text("User-Agent or Server").ranked(1), Column.number("first frame").ranked(3));

    /// What is counted together: departures of one rule in one field, of one sender.
    private record Group(String rule, String field, String source, String sender) {}

    /// How often, and the first of them.
    private static final class Tally {
        private final CheckedMessages.Found first;
        private int messages;
        private int lastMessage = -1;

        Tally(CheckedMessages.Found first) {
            this.first = first;
        }

        void add(int message) {
            if (message != lastMessage) {
                messages++;
                lastMessage = message;
            }
        }

        Severity severity() {
            return first.departure().severity();
        }
    }

    private final MessageTable table;
    private final SipIndex index;
    private final List<Map.Entry<Group, Tally>> lines;

    public LintCounts(CheckedMessages messages) {
        index = messages.index();
        table = index.messages();
        Map<Group, Tally> tallies = new LinkedHashMap<>();
        for (CheckedMessages.Found found : messages.found()) {
            Departure departure = found.departure();
            String source = table.endpoint(table.source(found.message())).host();
            Group group = new Group(departure.rule(), departure.field(), source, found.sender());
            tallies.computeIfAbsent(group, _ -> new Tally(found)).add(found.message());
        }
        lines = new ArrayList<>(tallies.entrySet());
        lines.sort(Comparator.comparing((Map.Entry<Group, Tally> line) -> line.getValue().severity())
                .thenComparingInt(line -> line.getValue().messages)
                .reversed());
    }

    private static Style style(String severity) {
        return switch (severity) {
            case "high", "critical" -> Style.RED;
            case "medium" -> Style.YELLOW;
            case "info" -> Style.DIM;
            default -> Style.PLAIN;
        };
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public String[] row(int row) {
        Group group = lines.get(row).getKey();
        Tally tally = lines.get(row).getValue();
        Departure departure = tally.first.departure();
        return new String[]{
            departure.severity().word(),
            HumanText.count(tally.messages),
            departure.text().text(),
            departure.reference(),
            group.source(),
            group.sender(),
            index.frameText(tally.first.message())};
    }
}
