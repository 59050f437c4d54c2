package org.sipsleuth.belief.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.VariableTable;

/// Moves the rows of tables so that the beliefs in the right classes become as high as possible:
/// the conditional likelihood instead of counts (Greiner and Zhou 2002, "extended logistic
/// regression"). Counting treats the leaves of a class as independent, but the traffic of a class
/// is a mixture (phones and gateways, floods by INVITE and by REGISTER); in a product of counted
/// rows a gateway then resembles SPIT more than normal traffic, most of which is of phones. The
/// tree, the prior
/// and the sums of rows stay.
///
/// The counted rows are a Dirichlet prior, so that no row moves further than the periods demand.
/// The same periods yield the same tables, to the bit, in whatever order they come.
final class ConditionalFit {

    private static final int STEPS = 400;
    private static final double RATE = 0.05;
    private static final double FIRST_MOMENT = 0.9;
    private static final double SECOND_MOMENT = 0.999;
    private static final double TINY = 1e-10;
    private static final int CLASSES = ClassVector.SIZE;

    private final BeliefTables tables;
    private final List<VariableTable> leaves;
    private final double[] logPrior = new double[CLASSES];

    /// By leaf, class and state; for a leaf that can be absent the last is that of its absence.
    private final double[][][] parameters;

    private final double[][][] before;
    private final boolean[] isFree = new boolean[CLASSES];

    /// By leaf: states seen by each period, as counts; an empty one is absent.
    private final double[][][] seen;

    private final int[] truths;
    private final double[] weights;
    private final double priorWeight;

    private ConditionalFit(BeliefTables tables, LabelledPeriods periods, Set<TrafficClass> free, double priorWeight) {
        this.tables = tables;
        this.priorWeight = priorWeight;
        leaves = tables.all();
        for (TrafficClass each : TrafficClass.all()) {
            logPrior[place(each)] = StrictMath.log(tables.prior().get(each));
            isFree[place(each)] = free.contains(each);
        }
        parameters = new double[leaves.size()][][];
        for (int leaf = 0; leaf < parameters.length; leaf++) {
            parameters[leaf] = logarithms(leaves.get(leaf));
        }
        before = copy(parameters);
        int size = Math.toIntExact(periods.size());
        seen = new double[leaves.size()][size][];
        truths = new int[size];
        weights = new double[size];
        int next = 0;
        for (TrafficClass each : TrafficClass.all()) {
            for (double[][] period : sorted(periods.of(each))) {
                for (int leaf = 0; leaf < parameters.length; leaf++) {
                    seen[leaf][next] = period[leaf];
                }
                truths[next] = place(each);
                weights[next++] =
                        periods.count(each) == size ? 1 : size * tables.prior().get(each) / periods.count(each);
            }
        }
    }

    /// Fits all rows of tables to the periods of all classes.
    ///
    /// @param priorWeight as how many periods the counted rows count
    static BeliefTables ofAll(BeliefTables counted, LabelledPeriods periods, double priorWeight) {
        return new ConditionalFit(counted, periods, Set.copyOf(TrafficClass.all()), priorWeight).fit();
    }

    /// Fits the rows of normal traffic alone, to normal periods; those of the attacks stay.
    ///
    /// @param priorWeight as how many periods the known rows count
    static BeliefTables ofNormal(BeliefTables known, LabelledPeriods periods, double priorWeight) {
        return new ConditionalFit(known, periods.only(TrafficClass.NORMAL), Set.of(TrafficClass.NORMAL), priorWeight)
                .fit();
    }

    @SuppressWarnings("EnumOrdinal") // places in arrays that never leave the process
    private static int place(TrafficClass trafficClass) {
        return trafficClass.ordinal();
    }

    private static double[][] logarithms(VariableTable table) {
        double[][] logs = new double[CLASSES][];
        for (TrafficClass each : TrafficClass.all()) {
            int states = table.states();
            double[] row = new double[table.nothing().isPresent() ? states + 1 : states];
            for (int state = 0; state < states; state++) {
                row[state] = StrictMath.log(table.probability(each, state));
            }
            if (row.length > states) {
                double absent = table.nothing().orElseThrow().get(each);
                row[states] = StrictMath.log(absent / (1 - absent)); // a logit
            }
            logs[place(each)] = row;
        }
        return logs;
    }

    private static double[][][] copy(double[][][] all) {
        return Arrays.stream(all)
                .map(leaf -> Arrays.stream(leaf).map(double[]::clone).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /// The periods in an order that depends on nothing but their values.
    private List<double[][]> sorted(List<Observation> observations) {
        List<double[][]> all = new ArrayList<>();
        for (Observation observation : observations) {
            double[][] period = new double[leaves.size()][];
            for (int leaf = 0; leaf < period.length; leaf++) {
                period[leaf] = states(leaves.get(leaf), observation);
            }
            all.add(period);
        }
        all.sort((first, second) -> {
            int order = 0;
            for (int leaf = 0; order == 0 && leaf < first.length; leaf++) {
                order = Arrays.compare(first[leaf], second[leaf]);
            }
            return order;
        });
        return all;
    }

    private static double[] states(VariableTable table, Observation observation) {
        if (!observation.isObserved(table.variable())) {
            return new double[0];
        }
        double[] states = new double[table.states()];
        if (table.variable().isDistribution()) {
            double total = observation.total(table.variable());
            for (int state = 0; state < states.length; state++) {
                states[state] = observation.count(table.variable(), state) / total;
            }
        } else {
            states[table.state(observation.value(table.variable()))] = 1;
        }
        return states;
    }

    private BeliefTables fit() {
        double[][][] first = zeros();
        double[][][] second = zeros();
        for (int step = 1; step <= STEPS; step++) {
            double[][][] gradient = gradient();
            double firstScale = 1 - StrictMath.pow(FIRST_MOMENT, step);
            double secondScale = 1 - StrictMath.pow(SECOND_MOMENT, step);
            for (int leaf = 0; leaf < parameters.length; leaf++) {
                for (int c = 0; c < CLASSES; c++) {
                    double[] row = parameters[leaf][c];
                    for (int state = 0; isFree[c] && state < row.length; state++) {
                        double slope = gradient[leaf][c][state];
                        double mean = FIRST_MOMENT * first[leaf][c][state] + (1 - FIRST_MOMENT) * slope;
                        double square = SECOND_MOMENT * second[leaf][c][state] + (1 - SECOND_MOMENT) * slope * slope;
                        first[leaf][c][state] = mean;
                        second[leaf][c][state] = square;
                        row[state] += RATE * (mean / firstScale) / (Math.sqrt(square / secondScale) + TINY);
                    }
                }
            }
        }
        return BeliefTables.of(tables.name(), tables.note(), tables.prior(), tables.decay(), fitted());
    }

    private double[][][] zeros() {
        double[][][] zeros = copy(parameters);
        for (double[][] leaf : zeros) {
            for (double[] row : leaf) {
                Arrays.fill(row, 0);
            }
        }
        return zeros;
    }

    /// The slope of the conditional likelihood with the Dirichlet prior.
    private double[][][] gradient() {
        double[][][] gradient = zeros();
        double[][][] rows = new double[parameters.length][CLASSES][];
        for (int leaf = 0; leaf < rows.length; leaf++) {
            for (int c = 0; c < CLASSES; c++) {
                rows[leaf][c] = probabilities(leaf, parameters[leaf][c]);
            }
        }
        for (int period = 0; period < truths.length; period++) {
            double[] errors = errors(period, rows);
            for (int leaf = 0; leaf < rows.length; leaf++) {
                for (int c = 0; c < CLASSES; c++) {
                    if (isFree[c] && errors[c] != 0) {
                        add(seen[leaf][period], rows[leaf][c], errors[c], gradient[leaf][c]);
                    }
                }
            }
        }
        for (int leaf = 0; leaf < rows.length; leaf++) {
            for (int c = 0; c < CLASSES; c++) {
                pull(rows[leaf][c], probabilities(leaf, before[leaf][c]), gradient[leaf][c]);
            }
        }
        return gradient;
    }

    /// The states as probabilities that sum to 1, and behind them that of absence.
    private double[] probabilities(int leaf, double... row) {
        int states = leaves.get(leaf).states();
        double[] probabilities = new double[row.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int state = 0; state < states; state++) {
            most = Math.max(most, row[state]);
        }
        double sum = 0;
        for (int state = 0; state < states; state++) {
            probabilities[state] = StrictMath.exp(row[state] - most);
            sum += probabilities[state];
        }
        for (int state = 0; state < states; state++) {
            probabilities[state] /= sum;
        }
        if (row.length > states) {
            probabilities[states] = 1 / (1 + StrictMath.exp(-row[states]));
        }
        return probabilities;
    }

    /// How much each class should be believed more, times the weight of the period.
    private double[] errors(int period, double[][][] rows) {
        double[] logs = logPrior.clone();
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CLASSES; c++) {
            for (int leaf = 0; leaf < rows.length; leaf++) {
                double[] row = rows[leaf][c];
                double[] its = seen[leaf][period];
                int states = leaves.get(leaf).states();
                double message = 0;
                if (its.length > 0) {
                    for (int state = 0; state < its.length; state++) {
                        message += its[state] * row[state];
                    }
                    message = StrictMath.log(message);
                }
                if (row.length > states) {
                    message += StrictMath.log(its.length > 0 ? 1 - row[states] : row[states]);
                }
                logs[c] += message;
            }
            most = Math.max(most, logs[c]);
        }
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            logs[c] = StrictMath.exp(logs[c] - most);
            sum += logs[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            logs[c] = weights[period] * ((c == truths[period] ? 1 : 0) - logs[c] / sum);
        }
        return logs;
    }

    private static void add(double[] its, double[] row, double error, double[] gradient) {
        int last = gradient.length - 1;
        if (its.length > 0) {
            double message = 0;
            for (int state = 0; state < its.length; state++) {
                message += its[state] * row[state];
            }
            for (int state = 0; state < its.length; state++) {
                gradient[state] += error * (its[state] * row[state] / message - row[state]);
            }
            if (last == its.length) {
                gradient[last] -= error * row[last];
            }
        } else {
            gradient[last] += error * (1 - row[last]);
        }
    }

    /// Pulls a row to what it was: as many periods of that row as the prior weighs.
    private void pull(double[] row, double[] known, double[] gradient) {
        for (int state = 0; state < row.length; state++) {
            gradient[state] += priorWeight * (known[state] - row[state]);
        }
    }

    private List<VariableTable> fitted() {
        List<VariableTable> fitted = new ArrayList<>();
        for (int leaf = 0; leaf < parameters.length; leaf++) {
            VariableTable table = leaves.get(leaf);
            double[] absent = new double[CLASSES];
            for (TrafficClass each : TrafficClass.all()) {
                int c = place(each);
                double[] row = probabilities(leaf, parameters[leaf][c]);
                if (row.length > table.states()) {
                    absent[c] = row[table.states()];
                }
                if (isFree[c]) {
                    table = table.with(each, Arrays.stream(row, 0, table.states()).boxed().toList());
                } else if (row.length > table.states()) {
                    absent[c] = table.nothing().orElseThrow().get(each);
                }
            }
            fitted.add(table.nothing().isPresent() ? table.withNothing(ClassVector.of(absent)) : table);
        }
        return fitted;
    }
}
