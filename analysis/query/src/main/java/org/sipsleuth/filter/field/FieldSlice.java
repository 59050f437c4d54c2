package org.sipsleuth.filter.field;

import org.jspecify.annotations.Nullable;

/// Some of a field's values, which depend on one thing.
///
/// @param column reads the same as the reader where the field is a column of numbers, else null
public record FieldSlice(ValueDependency basis, Reader reader, @Nullable Column column) {

    public FieldSlice(ValueDependency basis, Reader reader) {
        this(basis, reader, null);
    }

    /// Values that are a column of numbers.
    public static FieldSlice of(Column column) {
        Reader reader = (row, values) -> {
            long number = column.get(row.messages(), row.message());
            if (number != Column.NONE) {
                values.whole(number);
            }
        };
        return new FieldSlice(ValueDependency.ROW, reader, column);
    }
}
