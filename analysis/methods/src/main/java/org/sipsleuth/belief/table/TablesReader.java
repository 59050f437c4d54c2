package org.sipsleuth.belief.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.CountRule;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.network.VariableTable;

/// Makes tables of what is in their file.
final class TablesReader {

    static final String SCHEMA = "sipsleuth-belief-tables-1";
    static final String AS_PRINTED = "as-printed";
    static final String SUM_TO_ONE = "sum-to-one";
    static final String INTERVALS = "intervals";
    static final String RULE = "rule";
    static final String WEIGHT = "weight";
    static final String NOTHING = "counted-nothing";
    static final List<String> DECAYING =
            Stream.of(Variable.REQUEST_INTENSITY, Variable.ERROR_RESPONSE_INTENSITY, Variable.PARSING_ERROR_INTENSITY)
                    .map(Variable::word)
                    .toList();

    /// How far the sum of a row may be from 1: six digits of each number are enough.
    static final double TOLERANCE = 1e-5;

    private static final double STANDARD_WEIGHT = 20;
    private static final List<String> CLASSES = TrafficClass.all().stream().map(TrafficClass::name).toList();

    private boolean sumsToOne = true;

    BeliefTables read(YamlValue value) throws TablesFormatException {
        YamlFields fields = YamlFields.of("the file of tables", value);
        fields.allowOnly(List.of("schema", "name", "note", "rows", "decay", "prior", "variables"));
        fields.word("schema", List.of(SCHEMA));
        sumsToOne = !fields.has("rows") || fields.word("rows", List.of(SUM_TO_ONE, AS_PRINTED)).equals(SUM_TO_ONE);
        String name = fields.text("name");
        if (name.isBlank()) {
            throw new TablesFormatException(fields.line(), "name is empty");
        }
        String note = fields.has("note") ? fields.text("note") : "";
        Collection<VariableTable> tables = tables(fields.fields("variables"));
        return BeliefTables.of(name, note, prior(fields.fields("prior")), decay(fields.fields("decay")), tables);
    }

    private static DecayRates decay(YamlFields fields) throws TablesFormatException {
        fields.allowOnly(DECAYING);
        try {
            return new DecayRates(fields.number(DECAYING.get(0)), fields.number(DECAYING.get(1)),
                    fields.number(DECAYING.get(2)));
        } catch (IllegalArgumentException impossible) {
            throw new TablesFormatException(fields.line(), "decay: " + impossible.getMessage());
        }
    }

    private static ClassVector prior(YamlFields fields) throws TablesFormatException {
        ClassVector prior = probabilities("prior", fields);
        if (Math.abs(prior.sum() - 1) > TOLERANCE) {
            throw new TablesFormatException(fields.line(), "prior: the sum is %s, not 1".formatted(prior.sum()));
        }
        return prior;
    }

    /// A probability for each class.
    private static ClassVector probabilities(String what, YamlFields fields) throws TablesFormatException {
        fields.allowOnly(CLASSES);
        double[] all = new double[CLASSES.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = fields.number(CLASSES.get(i));
            if (!(all[i] >= 0 && all[i] <= 1)) {
                throw new TablesFormatException(fields.line(), "%s: %s is no probability".formatted(what, all[i]));
            }
        }
        return ClassVector.of(all);
    }

    private Collection<VariableTable> tables(YamlFields fields) throws TablesFormatException {
        fields.allowOnly(Variable.all().stream().map(Variable::word).toList());
        List<VariableTable> tables = new ArrayList<>();
        for (Variable variable : Variable.all()) {
            if (fields.has(variable.word())) {
                tables.add(table(variable, fields.fields(variable.word())));
            }
        }
        if (tables.isEmpty()) {
            throw new TablesFormatException(fields.line(), "variables: missing");
        }
        return tables;
    }

    private VariableTable table(Variable variable, YamlFields fields) throws TablesFormatException {
        List<String> own = new ArrayList<>(CLASSES);
        own.addAll(variable.isDistribution() ? List.of(RULE, WEIGHT) : List.of(INTERVALS));
        if (variable.canBeAbsent()) {
            own.add(NOTHING);
        }
        fields.allowOnly(own);
        List<List<Double>> rows = new ArrayList<>();
        for (String each : CLASSES) {
            rows.add(row(variable, each, fields));
        }
        try {
            VariableTable table = variable.isDistribution() ? VariableTable.ofCategories(variable, rule(fields), rows)
                    : VariableTable.ofIntervals(variable, fields.numbers(INTERVALS), rows);
            return fields.has(NOTHING) ? table.withNothing(probabilities(NOTHING, fields.fields(NOTHING))) : table;
        } catch (IllegalArgumentException impossible) {
            throw new TablesFormatException(fields.line(), variable.word() + ": " + impossible.getMessage());
        }
    }

    private static CountRule rule(YamlFields fields) throws TablesFormatException {
        List<String> words = Stream.of(CountRule.Kind.values()).map(CountRule.Kind::word).toList();
        String word = fields.has(RULE) ? fields.word(RULE, words) : words.getFirst();
        return word.equals(CountRule.Kind.LINEAR.word()) ? CountRule.LINEAR
                : CountRule.multinomial(fields.numberIfThere(WEIGHT).orElse(STANDARD_WEIGHT));
    }

    private List<Double> row(Variable variable, String name, YamlFields fields) throws TablesFormatException {
        List<Double> row = fields.numbers(name);
        double sum = row.stream().mapToDouble(value -> value).sum();
        if (sumsToOne && !(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new TablesFormatException(fields.line(name),
                    "%s: the row %s sums to %s, not 1; to keep it unchanged, set rows: as-printed"
                            .formatted(variable.word(), name, sum));
        }
        return row;
    }
}
