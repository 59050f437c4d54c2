package org.sipsleuth.filter.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.field.Column;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;

/// Where the values of an operand come from.
///
/// @param parts where they depend on different things; none for a constant
/// @param calculated whether it is made of others: then 0 counts as nothing
record Source(FieldKind kind, List<Part> parts, Values constants, boolean calculated) {

    /// Reads values for a context's message.
    @FunctionalInterface
    interface Reading {
        void read(Context context, Values values);
    }

    /// Values that depend on one thing.
    ///
    /// @param column where they are a column of numbers, else null
    record Part(ValueDependency basis, Reading reading, @Nullable Column column) {}

    Source {
        parts = List.copyOf(parts);
    }

    static Source of(Field field) {
        List<Part> parts = field.portions()
                .stream()
                .map(portion -> new Part(portion.basis(),
                        (context, values) -> portion.reader().read(context.row(), values), portion.column()))
                .toList();
        return new Source(field.kind(), parts, new Values(), false);
    }

    static Source constant(FieldKind kind, Value value) {
        Values values = new Values();
        values.add(value);
        return new Source(kind, List.of(), values, false);
    }

    /// Values made of those of others.
    static Source calculated(FieldKind kind, List<Source> of, Reading reading) {
        return new Source(kind, List.of(new Part(basis(of), reading, null)), new Values(), true);
    }

    boolean isConstant() {
        return parts.isEmpty();
    }

    void read(Context context, Values values) {
        for (int i = 0; i < constants.size(); i++) {
            values.add(constants.get(i));
        }
        for (Part part : parts) {
            part.reading().read(context, values);
        }
    }

    /// All values, for a context's message.
    Values values(Context context) {
        Values values = new Values();
        read(context, values);
        return values;
    }

    /// What several depend on together: one key if it is the same for all, else the whole row.
    static ValueDependency basis(List<Source> sources) {
        ValueDependency common = null;
        for (Source source : sources) {
            for (Part part : source.parts()) {
                if (common == null || common == part.basis()) {
                    common = part.basis();
                } else {
                    boolean text = common == ValueDependency.TEXT || part.basis() == ValueDependency.TEXT;
                    common = text ? ValueDependency.TEXT : ValueDependency.ROW;
                }
            }
        }
        return common == null ? ValueDependency.TYPE : common;
    }
}
