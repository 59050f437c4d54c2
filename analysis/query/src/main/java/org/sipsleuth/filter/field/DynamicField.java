package org.sipsleuth.filter.field;

import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.SipIndex;

/// A field of dialogs that somebody else supplies: findings, marks of a model, tags of an analyst.
public interface DynamicField {

    /// Its name, with a dot in it: `finding.severity`.
    String name();

    /// What its values are.
    FieldKind kind();

    /// A few words for people.
    String description();

    /// Adds the values that a dialog has: none, one or several. Called by several threads.
    ///
    /// @param index the one that is asked; where the values are those of another capture it has
    /// none
    /// @param dialog its number in that index
    void read(SipIndex index, int dialog, Values values);

    /// The values it can have, for completion; empty where such a list is useless.
    default List<String> choices() {
        return List.of();
    }

    /// Values that it no longer has, each with what to ask instead, in a sentence: a filter that
    /// compares it with one of them is refused.
    default Map<String, String> withdrawn() {
        return Map.of();
    }

    /// Reads the values of a dialog.
    @FunctionalInterface
    interface Reading {
        void read(SipIndex index, int dialog, Values values);
    }

    /// A field with this reader.
    static DynamicField of(String name, FieldKind kind, String description, List<String> choices, Reading reading) {
        return new Supplied(name, kind, description, choices, Map.of(), reading);
    }

    /// A field as its parts.
    record Supplied(String name, FieldKind kind, String description, List<String> choices,
            Map<String, String> withdrawn, Reading reading) implements DynamicField {

        public Supplied {
            choices = List.copyOf(choices);
            withdrawn = Map.copyOf(withdrawn);
        }

        @Override
        public void read(SipIndex index, int dialog, Values values) {
            reading.read(index, dialog, values);
        }
    }
}
