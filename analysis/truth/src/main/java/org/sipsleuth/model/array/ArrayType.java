package org.sipsleuth.model.array;

import java.util.Optional;

/// What the values of an array are; they lie in a file with their lowest byte first.
public enum ArrayType {
    /// IEEE 754 numbers of 32 bits.
    F32("f32", Float.BYTES),
    /// IEEE 754 numbers of 64 bits.
    F64("f64", Double.BYTES),
    /// Whole numbers of 32 bits with a sign.
    I32("i32", Integer.BYTES);

    private final String ending;
    private final int bytes;

    ArrayType(String ending, int bytes) {
        this.ending = ending;
        this.bytes = bytes;
    }

    /// Its name in a model file, which is also the ending of its entries: `f32`.
    public String ending() {
        return ending;
    }

    /// How many bytes a value takes.
    public int bytes() {
        return bytes;
    }

    /// The type of this name.
    public static Optional<ArrayType> of(String ending) {
        for (ArrayType type : values()) {
            if (type.ending.equals(ending)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
