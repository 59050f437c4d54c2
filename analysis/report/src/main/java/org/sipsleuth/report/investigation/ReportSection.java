package org.sipsleuth.report.investigation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The sections of a report, in their order.
public enum ReportSection {
    DECISIONS, SUMMARY, TIMELINE, INCIDENTS, FINDINGS, NOT_DECODED, METHODS, VERDICTS, GLOSSARY;

    /// The name as the user writes it, and of its place in the page: `not-decoded`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The section of a name.
    public static Optional<ReportSection> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
