package org.sipsleuth.model.array;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an array is called, what its values are and how they lie: the last dimension is the one
/// whose neighbours lie side by side.
///
/// @param name a letter, then letters, digits, `.`, `_`, `-`: at most 64
/// @param shape how many values each dimension has: 1 to 8 dimensions, each at least 0
public record ArrayLayout(String name, ArrayType type, List<Integer> shape) {

    /// No array is larger.
    public static final long MOST_BYTES = 1L << 30;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final int MOST_DIMENSIONS = 8;

    /// @throws IllegalArgumentException if there can be no such array; says why
    public ArrayLayout {
        shape = List.copyOf(shape);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an array cannot have this name");
        }
        if (shape.isEmpty() || shape.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "an array has 1 to %d dimensions, not %d".formatted(MOST_DIMENSIONS, shape.size()));
        }
        size(type, shape);
    }

    /// A layout of this shape.
    public static ArrayLayout of(String name, ArrayType type, int... shape) {
        return new ArrayLayout(name, type, Arrays.stream(shape).boxed().toList());
    }

    private static int size(ArrayType type, List<Integer> shape) {
        long most = MOST_BYTES / type.bytes();
        long size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("a dimension is negative");
            }
            size *= length;
            if (size > most) {
                throw new IllegalArgumentException("the array is larger than 1 GiB");
            }
        }
        return (int) size;
    }

    /// How many values there are.
    public int size() {
        return size(type, shape);
    }

    /// How many bytes they take.
    public long bytes() {
        return (long) size() * type.bytes();
    }

    /// Whether this is its shape.
    public boolean hasShape(int... lengths) {
        return shape.equals(Arrays.stream(lengths).boxed().toList());
    }

    /// The shape for people: `56 × 17`.
    public String shapeText() {
        return text(shape.stream().mapToInt(length -> length).toArray());
    }

    /// A shape for people, also one that no array has.
    public static String text(int... shape) {
        return Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(" × "));
    }
}
