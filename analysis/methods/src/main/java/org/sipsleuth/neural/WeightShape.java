package org.sipsleuth.neural;

import java.util.List;

/// The name and the sizes of one array of weights.
///
/// @param name what the weights are, e.g. `dense.bias`
/// @param sizes the sizes, outermost first; the last one runs fastest
public record WeightShape(String name, List<Integer> sizes) {

    /// Copies the sizes.
    public WeightShape {
        sizes = List.copyOf(sizes);
    }

    /// A shape with the outermost size first.
    public static WeightShape of(String name, Integer... sizes) {
        return new WeightShape(name, List.of(sizes));
    }

    /// How many weights there are.
    public long count() {
        return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
