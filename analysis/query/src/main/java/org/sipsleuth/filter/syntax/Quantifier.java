package org.sipsleuth.filter.syntax;

/// Of how many values of a field a relation must hold.
public enum Quantifier {
    /// As the relation itself says; of one, where it does not.
    USUAL(""),
    /// Of one at least.
    ANY("any"),
    /// Of all.
    ALL("all");

    private final String text;

    Quantifier(String text) {
        this.text = text;
    }

    /// The word before the relation; empty for the usual one.
    public String text() {
        return text;
    }
}
