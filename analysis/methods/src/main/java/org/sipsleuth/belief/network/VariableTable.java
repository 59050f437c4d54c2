package org.sipsleuth.belief.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The conditional probability table of a leaf: for each class, how probable each state of the leaf
/// is. States are the intervals of a measure, or the categories of a distribution. Immutable.
@SuppressWarnings("EnumOrdinal") // places in arrays that never leave the process
public final class VariableTable {

    /// More intervals than that indicate nothing.
    public static final int MOST_INTERVALS = 64;

    private static final double ROUNDING = 1e-9;

    private final Variable variable;
    private final List<Double> borders;
    private final double[] upper;
    private final CountRule rule;
    private final double[][] rows;
    private final double[][] logs;
    private final @Nullable ClassVector nothing;

    private VariableTable(Variable variable, List<Double> borders, CountRule rule, double[][] rows,
            @Nullable ClassVector nothing) {
        this.variable = variable;
        this.borders = List.copyOf(borders);
        this.upper = borders.stream().mapToDouble(border -> border).toArray();
        this.rule = rule;
        this.rows = rows;
        this.nothing = nothing;
        this.logs = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(StrictMath::log).toArray())
                .toArray(double[][]::new);
    }

    /// The table of a measure.
    ///
    /// @param borders the upper border of each interval but the last, which is open; a value at a
    ///     border belongs to the interval below it
    /// @param rows a row for each class, in their order; each has a probability for each interval
    /// @throws IllegalArgumentException if something cannot be, with words for the user
    public static VariableTable ofIntervals(Variable variable, List<Double> borders, List<List<Double>> rows) {
        if (variable.isDistribution()) {
            throw new IllegalArgumentException(variable.word() + " has no intervals");
        }
        if (borders.isEmpty() || borders.size() >= MOST_INTERVALS) {
            throw new IllegalArgumentException("there must be 1 to 63 borders of intervals");
        }
        double before = -1;
        for (double border : borders) {
            if (!(border >= 0 && border > before && border < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "borders of intervals rise from 0 on; %s does not".formatted(border));
            }
            before = border;
        }
        return new VariableTable(variable, borders, CountRule.LINEAR, checked(rows, borders.size() + 1), null);
    }

    /// The table of a distribution.
    ///
    /// @param rows a row for each class, in their order; each has a probability for each category
    /// @throws IllegalArgumentException if something cannot be, with words for the user
    public static VariableTable ofCategories(Variable variable, CountRule rule, List<List<Double>> rows) {
        if (!variable.isDistribution()) {
            throw new IllegalArgumentException(variable.word() + " has no categories");
        }
        return new VariableTable(variable, List.of(), rule, checked(rows, variable.categories().size()), null);
    }

    private static double[][] checked(List<List<Double>> rows, int states) {
        if (rows.size() != ClassVector.SIZE) {
            throw new IllegalArgumentException("there must be a row for each of the six classes");
        }
        double[][] checked = new double[rows.size()][];
        for (int i = 0; i < checked.length; i++) {
            checked[i] = rows.get(i).stream().mapToDouble(value -> value).toArray();
            if (checked[i].length != states) {
                throw new IllegalArgumentException("the row %s has %d numbers, not %d"
                        .formatted(TrafficClass.all().get(i), checked[i].length, states));
            }
            for (double value : checked[i]) {
                if (!(value >= 0 && value <= 1)) {
                    throw new IllegalArgumentException(
                            "the row %s has %s, which is no probability".formatted(TrafficClass.all().get(i), value));
                }
            }
        }
        return checked;
    }

    /// The leaf it belongs to.
    public Variable variable() {
        return variable;
    }

    /// The upper borders of the intervals but the last; empty for a distribution.
    public List<Double> borders() {
        return borders;
    }

    /// How counts become a message; of no meaning for a measure.
    public CountRule rule() {
        return rule;
    }

    /// How probable it is in each class that a period has nothing to count of a distribution, such
    /// as no response; empty where such a period indicates nothing, as in the paper.
    public Optional<ClassVector> nothing() {
        return Optional.ofNullable(nothing);
    }

    /// The same where a period with nothing to count says something too.
    ///
    /// @throws IllegalArgumentException if this always has a value, or a number is no probability
    public VariableTable withNothing(ClassVector probabilities) {
        if (!variable.canBeAbsent()) {
            throw new IllegalArgumentException(variable.word() + " always has a value");
        }
        for (TrafficClass each : TrafficClass.all()) {
            if (probabilities.get(each) > 1) {
                throw new IllegalArgumentException(
                        "%s has %s, which is no probability".formatted(each, probabilities.get(each)));
            }
        }
        return new VariableTable(variable, borders, rule, rows, probabilities);
    }

    /// How many states there are.
    public int states() {
        return rows[0].length;
    }

    /// A state in words: `0–10`, `> 10`, `INVITE`.
    public String stateName(int state) {
        if (variable.isDistribution()) {
            return variable.categories().get(state);
        }
        if (state == borders.size()) {
            return "> " + number(borders.getLast());
        }
        double upper = borders.get(state);
        if (state == 0) {
            return upper == 0 ? "0" : "0–" + number(upper);
        }
        return number(borders.get(state - 1)) + "–" + number(upper);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }

    /// The interval that a value falls into.
    public int state(double value) {
        int state = 0;
        while (state < upper.length && value > upper[state]) {
            state++;
        }
        return state;
    }

    /// How probable a state is in a class.
    public double probability(TrafficClass trafficClass, int state) {
        return rows[trafficClass.ordinal()][state];
    }

    double log(int trafficClass, int state) {
        return logs[trafficClass][state];
    }

    double probability(int trafficClass, int state) {
        return rows[trafficClass][state];
    }

    /// The row of a class.
    public List<Double> row(TrafficClass trafficClass) {
        return Arrays.stream(rows[trafficClass.ordinal()]).boxed().toList();
    }

    /// All rows, in the order of the classes.
    public List<List<Double>> rows() {
        return TrafficClass.all().stream().map(this::row).toList();
    }

    /// The sum of a row: 1, but for tables that are kept as somebody printed them.
    public double sum(TrafficClass trafficClass) {
        return Arrays.stream(rows[trafficClass.ordinal()]).sum();
    }

    /// The same with another row of a class.
    ///
    /// @throws IllegalArgumentException if it cannot be a row of this table
    public VariableTable with(TrafficClass trafficClass, List<Double> row) {
        List<List<Double>> changed = new ArrayList<>(rows());
        changed.set(trafficClass.ordinal(), row);
        return new VariableTable(variable, borders, rule, checked(changed, states()), nothing);
    }

    /// The same with another border of intervals.
    ///
    /// @param place which one, from 0
    /// @throws IllegalArgumentException if borders do not rise then, with words for the user
    public VariableTable withBorder(int place, double border) {
        List<Double> changed = new ArrayList<>(borders);
        changed.set(place, border);
        return withNothingOf(ofIntervals(variable, changed, rows()));
    }

    /// A changed table with what this one knows of periods with nothing to count.
    private VariableTable withNothingOf(VariableTable table) {
        return nothing == null ? table : table.withNothing(nothing);
    }

    /// The same with a further border; both parts of the interval that it falls into have half of
    /// its probability.
    ///
    /// @throws IllegalArgumentException if there cannot be such a border, with words for the user
    public VariableTable withBorder(double border) {
        int state = state(border);
        List<Double> changed = new ArrayList<>(borders);
        changed.add(state, border);
        return withNothingOf(ofIntervals(variable, changed, changed(row -> {
            double half = row.get(state) / 2;
            row.set(state, half);
            row.add(state, half);
        })));
    }

    /// The same without a border; the intervals beside it become one, with the probability of both.
    ///
    /// @param place which one, from 0
    /// @throws IllegalArgumentException if it is the only one, with words for the user
    public VariableTable withoutBorder(int place) {
        List<Double> changed = new ArrayList<>(borders);
        changed.remove(place);
        return withNothingOf(ofIntervals(variable, changed, changed(row -> {
            double both = Math.min(1, row.get(place) + row.get(place + 1));
            row.set(place, both);
            row.remove(place + 1);
        })));
    }

    private List<List<Double>> changed(Consumer<List<Double>> change) {
        List<List<Double>> all = new ArrayList<>();
        for (List<Double> each : rows()) {
            List<Double> row = new ArrayList<>(each);
            change.accept(row);
            all.add(row);
        }
        return all;
    }

    /// The same with rows that sum to one.
    public VariableTable normalised() {
        List<List<Double>> all = new ArrayList<>();
        for (TrafficClass each : TrafficClass.all()) {
            double sum = sum(each);
            boolean isSummed = Math.abs(sum - 1) <= ROUNDING;
            all.add(row(each).stream().map(value -> isSummed || sum == 0 ? value : value / sum).toList());
        }
        return new VariableTable(variable, borders, rule, checked(all, states()), nothing);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VariableTable table && variable == table.variable && borders.equals(table.borders)
                && rule.equals(table.rule) && Objects.equals(nothing, table.nothing)
                && Arrays.deepEquals(rows, table.rows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(variable, borders, rule, nothing, Arrays.deepHashCode(rows));
    }
}
