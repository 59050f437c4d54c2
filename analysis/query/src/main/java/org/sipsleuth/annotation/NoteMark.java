package org.sipsleuth.annotation;

/// A mark that an analyst gives a dialog: what it means is up to the analyst.
public enum NoteMark {
    A,
    B,
    C,
    D,
    E,
    F
}
