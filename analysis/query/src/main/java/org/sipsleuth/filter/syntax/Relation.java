package org.sipsleuth.filter.syntax;

import java.util.List;
import java.util.Optional;

/// How two operands are compared. A field can have several values in a message: what has "any" in
/// its name holds when one pair of values holds, "all" when every pair does.
public enum Relation {
    ANY_EQUAL("==", "eq", "any_eq"),
    ALL_UNEQUAL("!=", "ne", "all_ne"),
    ALL_EQUAL("===", "all_eq"),
    ANY_UNEQUAL("!==", "any_ne", "~="),
    GREATER(">", "gt"),
    GREATER_EQUAL(">=", "ge"),
    LESS("<", "lt"),
    LESS_EQUAL("<=", "le"),
    CONTAINS("contains"),
    MATCHES("matches", "~");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> spellings;

    Relation(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /// The relation that is written so.
    static Optional<Relation> of(String text) {
        for (Relation relation : values()) {
            if (relation.spellings.contains(text)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    /// How it is written most often.
    public String text() {
        return spellings.getFirst();
    }

    /// All ways to write it.
    public List<String> spellings() {
        return spellings;
    }

    /// Whether several can be in a row: `a < b <= c`.
    boolean isChained() {
        return this != CONTAINS && this != MATCHES;
    }
}
