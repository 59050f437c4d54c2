package org.sipsleuth.filter.field;

import java.util.List;
import java.util.Map;

/// Something that a filter can ask of a message.
///
/// @param name as Wireshark names it, if it does
/// @param description for people, a few words
/// @param portions where its values come from
/// @param choices all values it can have, or those most often met; empty where such a list is
///     useless
/// @param withdrawn values that it no longer has, each with what to ask instead, in a sentence
public record Field(String name, FieldKind kind, String description, List<FieldSlice> portions, List<String> choices,
        Map<String, String> withdrawn) {

    public Field {
        portions = List.copyOf(portions);
        choices = List.copyOf(choices);
        withdrawn = Map.copyOf(withdrawn);
    }

    /// A field of which nothing is known beyond its values.
    public static Field of(String name, FieldKind kind, String description, List<FieldSlice> portions) {
        return new Field(name, kind, description, portions, List.of(), Map.of());
    }

    /// A field whose values depend on one thing.
    public static Field of(String name, FieldKind kind, String description, ValueDependency basis, Reader reader) {
        return of(name, kind, description, List.of(new FieldSlice(basis, reader)));
    }

    /// A field that is a column of numbers.
    public static Field column(String name, FieldKind kind, String description, Column column) {
        return of(name, kind, description, List.of(FieldSlice.of(column)));
    }

    /// The same with the values it can have.
    public Field choosing(List<String> values) {
        return new Field(name, kind, description, portions, values, withdrawn);
    }

    /// The same without these values.
    ///
    /// @param values each with what to ask instead, in a sentence
    Field withdrawing(Map<String, String> values) {
        return new Field(name, kind, description, portions, choices, values);
    }

    /// Adds the values that a row's message has.
    public void read(Row row, Values values) {
        for (FieldSlice portion : portions) {
            portion.reader().read(row, values);
        }
    }
}
