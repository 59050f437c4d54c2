package org.sipsleuth.app.command.output;

import java.util.Locale;

/// How results are written: for people, or as data.
public enum Format {
    TEXT,
    CSV,
    JSON;

    /// The name as the user writes it: `text`, `csv`, `json`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
