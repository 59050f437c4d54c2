package org.sipsleuth.annotation;

import java.util.Optional;
import java.util.stream.Stream;

/// A mark that an analyst gives a dialog: what it means is up to the analyst.
public enum NoteMark {
    A, B, C, D, E, F;

    /// The mark of this name, if there is one.
    public static Optional<NoteMark> of(String name) {
        return Stream.of(values()).filter(mark -> mark.name().equals(name)).findFirst();
    }
}
