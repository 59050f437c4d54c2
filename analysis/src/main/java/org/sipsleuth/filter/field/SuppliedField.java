package org.sipsleuth.filter.field;

import java.util.List;

/// A field of dialogs that somebody else supplies: findings, marks of a model, tags of an analyst.
///
/// Its values are those of one index; a filter that uses it runs over that index only.
public interface SuppliedField {

    /// Its name, with a dot in it: `finding.severity`.
    String name();

    /// What its values are.
    FieldKind kind();

    /// A few words for people.
    String description();

    /// Adds the values that a dialog has: none, one or several. Called by several threads.
    void read(int dialog, Values values);

    /// The values it can have, for completion; empty where that says nothing.
    default List<String> choices() {
        return java.util.List.of();
    }
}
