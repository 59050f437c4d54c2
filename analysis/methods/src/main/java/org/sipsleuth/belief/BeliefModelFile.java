package org.sipsleuth.belief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.CountRule;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.network.VariableTable;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.ModelArray;

/// How a [BeliefModel] is stored in a model file: docs/MODELS.md names the facts and arrays.
final class BeliefModelFile {

    static final int VERSION = 2;

    private static final String PRIOR = "prior";
    private static final String NOTHING = "nothing";
    private static final String TABLE = "table.";

    private BeliefModelFile() {}

    /// A file for tables.
    ///
    /// @param periods what they were learned from; none if they were set by hand
    static ModelFile of(BeliefSettings settings, BeliefTables tables, Optional<PeriodNovelty> novelty,
            LabelledPeriods periods, TrainingFacts facts, long seed) {
        Training training = new Training(facts.description(), facts.inputs(), counts(periods), seed, 0, facts.origin());
        ModelFacts modelFacts =
                new ModelFacts(new ModelType(BeliefModel.KIND, VERSION), facts.name(), SettingsFacts.of(settings),
                        training, SettingsFacts.of(settings.thresholds()), details(tables, novelty));
        List<ModelArray> arrays = new ArrayList<>(arrays(tables));
        novelty.ifPresent(each -> arrays.addAll(NoveltyFacts.arrays(each)));
        return ModelFile.of(modelFacts, arrays);
    }

    private static Facts counts(LabelledPeriods periods) {
        Facts.Builder counts = Facts.builder();
        for (TrafficClass each : TrafficClass.all()) {
            counts.put(each.word(), periods.count(each));
        }
        return counts.put("left_out", periods.leftOut()).build();
    }

    private static Facts details(BeliefTables tables, Optional<PeriodNovelty> novelty) {
        Facts.Builder leaves = Facts.builder();
        for (VariableTable table : tables.all()) {
            Facts.Builder leaf = Facts.builder();
            if (table.variable().isDistribution()) {
                leaf.put("rule", table.rule().kind().word()).put("weight", table.rule().weight());
            } else {
                leaf.putNumbers("borders", table.borders().stream().mapToDouble(each -> each).toArray());
            }
            table.nothing().ifPresent(it -> leaf.putNumbers(NOTHING, numbers(it)));
            leaves.put(table.variable().word(), leaf.build());
        }
        Facts.Builder details = Facts.builder();
        novelty.ifPresent(each -> details.put(NoveltyFacts.NAME, NoveltyFacts.of(each)));
        return details.put("tables", tables.name())
                .put("note", tables.note())
                .put("classes", row())
                .put("decay_request_per_second", tables.decay().requestPerSecond())
                .put("decay_error_per_response", tables.decay().errorPerResponse())
                .put("decay_parsing_per_message", tables.decay().parsingPerMessage())
                .put("leaves", leaves.build())
                .build();
    }

    private static double[] numbers(ClassVector vector) {
        return TrafficClass.all().stream().mapToDouble(vector::get).toArray();
    }

    /// The classes in the order of the rows.
    private static String row() {
        return String.join(" ", TrafficClass.all().stream().map(TrafficClass::name).toList());
    }

    private static List<ModelArray> arrays(BeliefTables tables) {
        List<ModelArray> arrays = new ArrayList<>();
        arrays.add(DoubleArray.of(PRIOR, numbers(tables.prior()), ClassVector.SIZE));
        for (VariableTable table : tables.all()) {
            double[] values =
                    table.rows().stream().flatMapToDouble(row -> row.stream().mapToDouble(each -> each)).toArray();
            arrays.add(DoubleArray.of(TABLE + table.variable().word(), values, ClassVector.SIZE, table.states()));
        }
        return arrays;
    }

    /// The model in a file.
    ///
    /// @throws ModelFormatException if the file holds none of this method
    static BeliefModel open(ModelFile file) throws ModelFormatException {
        file.require(BeliefModel.KIND, VERSION);
        ModelFacts facts = file.modelFacts();
        BeliefSettings settings = SettingsFacts.read(facts.settings(), facts.thresholds());
        try {
            return new BeliefModel(file, settings, tables(file, facts.details()),
                    NoveltyFacts.read(file, settings.thresholds().noveltyShare()));
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("", "contradicts itself: " + impossible.getMessage());
        }
    }

    private static BeliefTables tables(ModelFile file, Facts details) throws ModelFormatException {
        if (!details.text("classes").equals(row())) {
            throw new ModelFormatException("details.classes", "is not " + row());
        }
        DecayRates decay = new DecayRates(details.number("decay_request_per_second"),
                details.number("decay_error_per_response"), details.number("decay_parsing_per_message"));
        Facts leaves = details.object("leaves");
        List<VariableTable> tables = new ArrayList<>();
        for (Variable variable : Variable.all()) {
            if (leaves.has(variable.word())) {
                tables.add(table(file, variable, leaves.object(variable.word())));
            }
        }
        ClassVector prior = ClassVector.of(file.doubles(PRIOR, ClassVector.SIZE).toArray());
        return BeliefTables.of(details.text("tables"), details.text("note"), prior, decay, tables);
    }

    private static VariableTable table(ModelFile file, Variable variable, Facts leaf) throws ModelFormatException {
        VariableTable table = variable.isDistribution()
                ? VariableTable.ofCategories(variable, rule(leaf), rows(file, variable, variable.categories().size()))
                : ofIntervals(file, variable, leaf);
        return leaf.has(NOTHING) ? table.withNothing(ClassVector.of(leaf.numbers(NOTHING))) : table;
    }

    private static VariableTable ofIntervals(ModelFile file, Variable variable, Facts leaf)
            throws ModelFormatException {
        List<Double> borders = DoubleStream.of(leaf.numbers("borders")).boxed().toList();
        return VariableTable.ofIntervals(variable, borders, rows(file, variable, borders.size() + 1));
    }

    private static CountRule rule(Facts leaf) throws ModelFormatException {
        return new CountRule(CountRule.Kind.of(leaf.text("rule")), leaf.number("weight"));
    }

    private static List<List<Double>> rows(ModelFile file, Variable variable, int states) throws ModelFormatException {
        double[] values = file.doubles(TABLE + variable.word(), ClassVector.SIZE, states).toArray();
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < ClassVector.SIZE; i++) {
            rows.add(Arrays.stream(values, i * states, (i + 1) * states).boxed().toList());
        }
        return rows;
    }
}
