package org.sipsleuth.app.command.output;

import java.util.Locale;

/// How results are written: for people, or as data.
public enum Format {
    TEXT,
    CSV,
    /// One document.
    JSON,
    /// JSON Lines: one object on each line.
    JSONL;

    /// The name as the user writes it: `text`, `csv`, `json`, `jsonl`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
