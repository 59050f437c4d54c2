package org.sipsleuth.belief.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The values of all variables in a period. Immutable.
@SuppressWarnings("EnumOrdinal") // places in arrays that never leave the process
public final class Observation {

    private static final int VARIABLES = Variable.all().size();

    /// Where the counts of each distribution begin; -1 for a measure. The last is how many there
    /// are.
    private static final int[] FIRST = first();

    /// A share of nothing.
    private static final double ABSENT = Double.NaN;

    /// Nothing was observed.
    public static final Observation NOTHING = new Builder().build(0);

    private final int messages;

    /// One place for each variable; those of distributions stay 0.
    private final double[] measures;

    private final int[] counts;

    private static int[] first() {
        int[] first = new int[VARIABLES + 1];
        int next = 0;
        for (Variable variable : Variable.all()) {
            first[variable.ordinal()] = variable.isDistribution() ? next : -1;
            next += variable.categories().size();
        }
        first[VARIABLES] = next;
        return first;
    }

    private Observation(int messages, double[] measures, int[] counts) {
        this.messages = messages;
        this.measures = measures;
        this.counts = counts;
    }

    /// How many messages it rests on.
    public int messages() {
        return messages;
    }

    /// The value of a measure; NaN for a share of nothing.
    ///
    /// @throws IllegalArgumentException if the variable is a distribution
    public double value(Variable variable) {
        if (variable.isDistribution()) {
            throw new IllegalArgumentException(variable.word() + " is not one number");
        }
        return measures[variable.ordinal()];
    }

    /// How many of a category there were, of a distribution.
    ///
    /// @param category its place among [Variable#categories]
    public int count(Variable variable, int category) {
        return counts[first(variable) + category];
    }

    /// How many there were of all categories.
    public long total(Variable variable) {
        int from = first(variable);
        int to = from + variable.categories().size();
        long total = 0;
        for (int i = from; i < to; i++) {
            total += counts[i];
        }
        return total;
    }

    /// All counts of a distribution, in the order of its categories.
    public List<Integer> counts(Variable variable) {
        int from = first(variable);
        return IntStream.range(from, from + variable.categories().size()).mapToObj(i -> counts[i]).toList();
    }

    private static int first(Variable variable) {
        int first = FIRST[variable.ordinal()];
        if (first < 0) {
            throw new IllegalArgumentException(variable.word() + " is one number");
        }
        return first;
    }

    /// Whether there is anything that the variable can say: counts may all be 0, and a share may be
    /// one of nothing.
    public boolean isObserved(Variable variable) {
        return variable.isDistribution() ? total(variable) > 0 : !Double.isNaN(measures[variable.ordinal()]);
    }

    /// The same with so many messages.
    public Observation withMessages(int number) {
        return new Observation(number, measures, counts);
    }

    /// The same with another value of a measure.
    ///
    /// @throws IllegalArgumentException if the value is no finite number from 0 on, or a share
    ///     above 1
    public Observation with(Variable variable, double value) {
        double most = variable.isShare() ? 1 : Double.MAX_VALUE;
        if (variable.isDistribution() || !(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(variable.word() + " cannot be " + value);
        }
        double[] changed = measures.clone();
        changed[variable.ordinal()] = value;
        return new Observation(messages, changed, counts);
    }

    /// The same with other counts of a distribution.
    ///
    /// @throws IllegalArgumentException if there are not as many as categories, or one is negative
    public Observation with(Variable variable, List<Integer> numbers) {
        int from = first(variable);
        if (numbers.size() != variable.categories().size() || numbers.stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException(variable.word() + " cannot be " + numbers);
        }
        int[] changed = counts.clone();
        for (int i = 0; i < numbers.size(); i++) {
            changed[from + i] = numbers.get(i);
        }
        return new Observation(messages, measures, changed);
    }

    /// Collects the values of an observation.
    public static final class Builder {

        private final double[] measures = new double[VARIABLES];
        private final int[] counts = new int[FIRST[VARIABLES]];

        /// Nothing is set.
        public Builder() {
            for (Variable variable : Variable.all()) {
                measures[variable.ordinal()] = variable.isShare() ? ABSENT : 0;
            }
        }

        /// Sets a measure.
        public Builder set(Variable variable, double value) {
            measures[variable.ordinal()] = value;
            return this;
        }

        /// Sets a share; of nothing it stays absent.
        public Builder setShare(Variable variable, long part, long all) {
            return all == 0 ? this : set(variable, (double) part / all);
        }

        /// Sets a count of a distribution.
        public Builder set(Variable variable, int category, int count) {
            counts[first(variable) + category] = count;
            return this;
        }

        /// All that was set.
        public Observation build(int messages) {
            return new Observation(messages, measures.clone(), counts.clone());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Observation observation && messages == observation.messages
                && Arrays.equals(measures, observation.measures) && Arrays.equals(counts, observation.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * messages + Arrays.hashCode(measures)) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return messages + " " + Arrays.toString(measures) + " " + Arrays.toString(counts);
    }
}
