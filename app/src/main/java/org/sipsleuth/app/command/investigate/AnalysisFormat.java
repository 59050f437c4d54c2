package org.sipsleuth.app.command.investigate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How an investigation is written: for people, or as data.
public enum AnalysisFormat {
    TEXT,
    CSV,
    /// One document.
    JSON,
    /// JSON Lines: one object on each line.
    JSONL,
    /// Elastic Common Schema: one document on each line.
    ECS,
    /// A STIX 2.1 bundle.
    STIX,
    /// A report that stands alone, for browsers.
    HTML,
    /// The same on paper.
    PDF;

    /// The format that the name of a file stands for; empty where it stands for none.
    public static Optional<AnalysisFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format != TEXT && format != ECS && format != STIX)
                .filter(format -> lower.endsWith("." + format))
                .findFirst();
    }

    /// Whether it has a place for what could not be judged.
    public boolean listsNotJudged() {
        return this == TEXT || this == JSON || isReport();
    }

    /// Whether it has a place for the rules and methods that failed; a report has it in some of its
    /// sections.
    public boolean listsFailed() {
        return listsNotJudged() || this == JSONL;
    }

    /// Whether listings of all commands are written so, too.
    public boolean isOfRows() {
        return this == TEXT || this == CSV || this == JSON || this == JSONL;
    }

    /// Whether it is a report that stands alone.
    public boolean isReport() {
        return this == HTML || this == PDF;
    }

    /// The name as the user writes it: `text`, `stix`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
