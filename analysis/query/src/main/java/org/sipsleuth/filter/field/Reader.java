package org.sipsleuth.filter.field;

/// Reads the values of a field from a message. Safe for several threads, each with its own row.
@FunctionalInterface
public interface Reader {

    /// Adds the values of the field in the row's message; none where it has none.
    void read(Row row, Values values);
}
