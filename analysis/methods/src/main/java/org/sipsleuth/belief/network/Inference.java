package org.sipsleuth.belief.network;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/// The propagation of beliefs in the tree (paper 4, §3), in logarithms: a product of many small
/// numbers never underflows to 0.
///
/// Each leaf sends the root the message λ = CPT · λ(leaf); the root multiplies them, and its prior
/// π with the product. A leaf that is excluded, has no table, or has counted nothing, sends no
/// message; where a table knows how probable that is, having counted nothing is one. The same
/// numbers on every machine.
public final class Inference {

    private final BeliefTables tables;
    private final Set<Variable> silent;
    private final double[] logPrior;

    /// @param silent leaves whose evidence is left out
    public Inference(BeliefTables tables, Set<Variable> silent) {
        this.tables = tables;
        this.silent = Set.copyOf(silent);
        this.logPrior = logs(tables.prior());
    }

    /// With the evidence of all leaves.
    public Inference(BeliefTables tables) {
        this(tables, Set.of());
    }

    /// What is believed of an observation, with the prior of the tables.
    public Belief infer(Observation observation) {
        return infer(observation, tables.prior(), logPrior.clone());
    }

    /// What is believed of an observation.
    ///
    /// @param prior what was believed before
    public Belief infer(Observation observation, ClassVector prior) {
        return infer(observation, prior, logs(prior));
    }

    private static double[] logs(ClassVector vector) {
        double[] logs = new double[ClassVector.SIZE];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.log(vector.get(i));
        }
        return logs;
    }

    /// @param sum the logarithms of the prior; gets those of the product
    private Belief infer(Observation observation, ClassVector prior, double[] sum) {
        double[] message = new double[ClassVector.SIZE];
        for (Variable variable : Variable.all()) {
            if (speaks(variable, observation)) {
                message(variable, observation, message);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += message[i];
                }
            }
        }
        return belief(sum, prior);
    }

    /// Whether a leaf sends a message.
    boolean speaks(Variable variable, Observation observation) {
        VariableTable table = tables.tableOrNull(variable);
        return table != null && !silent.contains(variable)
                && (observation.isObserved(variable) || table.nothing().isPresent());
    }

    BeliefTables tables() {
        return tables;
    }

    static Belief belief(double[] logs, ClassVector prior) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return new Belief(prior, true);
        }
        double[] classes = new double[logs.length];
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            classes[i] = StrictMath.exp(logs[i] - most);
            sum += classes[i];
        }
        for (int i = 0; i < logs.length; i++) {
            classes[i] /= sum;
        }
        return new Belief(ClassVector.of(classes), false);
    }

    /// The logarithms of the message that a leaf which speaks sends to the root.
    void message(Variable variable, Observation observation, double[] message) {
        VariableTable table = Objects.requireNonNull(tables.tableOrNull(variable));
        boolean isObserved = observation.isObserved(variable);
        if (isObserved && !variable.isDistribution()) {
            int state = table.state(observation.value(variable));
            for (int i = 0; i < message.length; i++) {
                message[i] = table.log(i, state);
            }
        } else if (isObserved) {
            switch (table.rule().kind()) {
                case LINEAR -> linear(table, observation, message);
                case MULTINOMIAL -> multinomial(table, observation, message);
            }
        } else {
            Arrays.fill(message, 0);
        }
        table.nothing().ifPresent(it -> weigh(it, isObserved, message));
    }

    /// How probable it was that there is something to count, or nothing.
    private static void weigh(ClassVector nothing, boolean isCounted, double[] message) {
        for (int i = 0; i < message.length; i++) {
            message[i] += StrictMath.log(isCounted ? 1 - nothing.get(i) : nothing.get(i));
        }
    }

    private static void linear(VariableTable table, Observation observation, double[] message) {
        Arrays.fill(message, 0);
        for (int state = 0; state < table.states(); state++) {
            int count = observation.count(table.variable(), state);
            for (int i = 0; count > 0 && i < message.length; i++) {
                message[i] += count * table.probability(i, state);
            }
        }
        for (int i = 0; i < message.length; i++) {
            message[i] = StrictMath.log(message[i]);
        }
    }

    private static void multinomial(VariableTable table, Observation observation, double[] message) {
        double total = observation.total(table.variable());
        double each = Math.min(1, table.rule().weight() / total);
        for (int i = 0; i < message.length; i++) {
            double sum = 0;
            for (int state = 0; state < table.states(); state++) {
                int count = observation.count(table.variable(), state);
                if (count > 0) {
                    sum += count * each * table.log(i, state);
                }
            }
            message[i] = sum;
        }
    }
}
