package org.sipsleuth.filter.field;

import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.SipIndex;

/// A field of dialogs or messages that somebody else supplies: findings, marks of a model, tags of an analyst.
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

    /// What its values depend on: the dialog, or the message.
    default ValueDependency dependency() {
        return ValueDependency.DIALOG;
    }

    /// Adds the values that a row's message has. Called by several threads.
    default void read(Row row, Values values) {
        read(row.index(), row.dialog(), values);
    }

    /// Reads the values of a dialog, or of a message.
    @FunctionalInterface
    interface Reading {
        void read(SipIndex index, int number, Values values);
    }

    /// A field of messages with this reader. No dialog has values of it.
    static DynamicField ofMessages(String name, FieldKind kind, String description, Reading reading) {
        return new OfMessages(name, kind, description, reading);
    }

    /// A field of messages as its parts.
    record OfMessages(String name, FieldKind kind, String description, Reading reading) implements DynamicField {

        @Override
        public ValueDependency dependency() {
            return ValueDependency.ROW;
        }

        @Override
        public void read(Row row, Values values) {
            reading.read(row.index(), row.message(), values);
        }

        @Override
        public void read(SipIndex index, int dialog, Values values) {
            // each message has its own
        }
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
