package org.sipsleuth.belief.table;

import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.CountRule;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.VariableTable;

/// Writes tables as the text that [TablesReader] reads, with a line of explanation for each leaf.
final class TablesWriter {

    private final StringBuilder out = new StringBuilder();

    String write(BeliefTables tables) {
        line("schema: " + TablesReader.SCHEMA);
        line("name: " + quoted(tables.name()));
        line("note: " + quoted(tables.note()));
        line("# sum-to-one: each row sums to 1; as-printed: rows are kept as they stand");
        line("rows: " + (sumsToOne(tables) ? TablesReader.SUM_TO_ONE : TablesReader.AS_PRINTED));
        decay(tables.decay());
        line("prior:");
        probabilities("  ", tables.prior());
        line("variables:");
        tables.all().forEach(this::table);
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static boolean sumsToOne(BeliefTables tables) {
        return tables.all()
                .stream()
                .allMatch(table -> TrafficClass.all()
                        .stream()
                        .allMatch(each -> Math.abs(table.sum(each) - 1) <= TablesReader.TOLERANCE));
    }

    private void probabilities(String indent, ClassVector probabilities) {
        for (TrafficClass each : TrafficClass.all()) {
            line("%s%s: %s".formatted(indent, each.name(), number(probabilities.get(each))));
        }
    }

    private void decay(DecayRates decay) {
        line("decay:");
        List<String> names = TablesReader.DECAYING;
        line("  %s: %s # per second".formatted(names.get(0), number(decay.requestPerSecond())));
        line("  %s: %s # per response".formatted(names.get(1), number(decay.errorPerResponse())));
        line("  %s: %s # per message".formatted(names.get(2), number(decay.parsingPerMessage())));
    }

    private void table(VariableTable table) {
        line("  " + table.variable().word() + ":");
        line("    # " + table.variable().definition());
        if (table.variable().isDistribution()) {
            line("    # " + String.join(", ", table.variable().categories()));
            line("    rule: " + table.rule().kind().word());
            if (table.rule().kind() == CountRule.Kind.MULTINOMIAL) {
                line("    weight: " + number(table.rule().weight()));
            }
        } else {
            line("    intervals: " + row(table.borders()));
        }
        table.nothing().ifPresent(this::nothing);
        for (TrafficClass each : TrafficClass.all()) {
            line("    %s: %s".formatted(each.name(), row(table.row(each))));
        }
    }

    private void nothing(ClassVector probabilities) {
        line("    # how probable it is that a period has none of them");
        line("    " + TablesReader.NOTHING + ":");
        probabilities("      ", probabilities);
    }

    private static String row(List<Double> numbers) {
        return numbers.stream().map(TablesWriter::number).collect(Collectors.joining(", ", "[", "]"));
    }

    /// The shortest text that reads as this number again.
    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
            quoted.append(isPlain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return quoted.append('"').toString();
    }
}
