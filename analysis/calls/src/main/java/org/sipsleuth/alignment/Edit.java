package org.sipsleuth.alignment;

/// One step of turning a known sequence into another one. A drawing of two ladders side by side has
/// a row for each.
public sealed interface Edit {

    /// The 0-based index in the known sequence. For an insertion that of the message before which
    /// it stands, or the length if it stands at the end.
    int known();

    /// The 0-based index in the other sequence. For a deletion that of the message before which the
    /// missing one would stand, or the length if it would stand at the end.
    int other();

    /// The same message in both.
    record Match(int known, int other) implements Edit {}

    /// A message that only the other sequence has.
    record Insertion(int known, int other) implements Edit {}

    /// A message that only the known sequence has.
    record Deletion(int known, int other) implements Edit {}

    /// Another message in its place.
    record Substitution(int known, int other) implements Edit {}
}
