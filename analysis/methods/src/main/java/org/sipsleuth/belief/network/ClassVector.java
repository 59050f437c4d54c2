package org.sipsleuth.belief.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A number for each class: a prior, a message, a product, a belief. Immutable.
public final class ClassVector {

    /// How many classes there are.
    public static final int SIZE = TrafficClass.all().size();

    private final double[] values;

    private ClassVector(double[] values) {
        this.values = values;
    }

    /// A vector of these values, in the order of the classes.
    ///
    /// @throws IllegalArgumentException if there are not six of them, or one is no finite number
    ///     from 0 on
    public static ClassVector of(double... values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException("%d values, not 6".formatted(values.length));
        }
        for (double value : values) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(value + " is no finite number from 0 on");
            }
        }
        return new ClassVector(values.clone());
    }

    /// A vector of what the classes have.
    ///
    /// @throws IllegalArgumentException if one is no finite number from 0 on
    public static ClassVector of(ToDoubleFunction<TrafficClass> value) {
        return of(TrafficClass.all().stream().mapToDouble(value).toArray());
    }

    /// All classes alike.
    public static ClassVector uniform() {
        return of(_ -> 1.0 / SIZE);
    }

    /// The value of a class.
    @SuppressWarnings("EnumOrdinal") // the place in the vector never leaves the process
    public double get(TrafficClass trafficClass) {
        return values[trafficClass.ordinal()];
    }

    double get(int place) {
        return values[place];
    }

    /// The sum of all values.
    public double sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /// The vector whose sum is 1.
    ///
    /// @throws IllegalArgumentException if the sum is 0
    public ClassVector normalised() {
        double sum = sum();
        if (sum == 0) {
            throw new IllegalArgumentException("Nothing to be normalised");
        }
        return of(trafficClass -> get(trafficClass) / sum);
    }

    /// The class with the largest value; of equal ones the first.
    public TrafficClass leading() {
        return first(null);
    }

    /// The class with the largest value after the leading one.
    public TrafficClass runnerUp() {
        return first(leading());
    }

    private TrafficClass first(@Nullable TrafficClass leftOut) {
        TrafficClass first = null;
        for (TrafficClass each : TrafficClass.all()) {
            if (each != leftOut && (first == null || get(each) > get(first))) {
                first = each;
            }
        }
        return Objects.requireNonNull(first);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClassVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /// The values in the order of the classes, with four digits.
    @Override
    public String toString() {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.4f", value))
                .collect(Collectors.joining(" ", "(", ")"));
    }
}
