package org.sipsleuth.report.rows;

import java.util.List;
import java.util.Locale;

/// How results are written: for people, or as data.
public enum Format {
    TEXT,
    CSV,
    /// One document.
    JSON,
    /// JSON Lines: one object on each line.
    JSONL;

    /// The format that the name of a file represents; text where it represents none.
    public static Format ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Format format : List.of(CSV, JSON, JSONL)) {
            if (lower.endsWith("." + format)) {
                return format;
            }
        }
        return TEXT;
    }

    /// The name as the user writes it: `text`, `csv`, `json`, `jsonl`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
