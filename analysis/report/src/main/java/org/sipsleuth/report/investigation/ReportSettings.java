package org.sipsleuth.report.investigation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What the user wants in a report.
///
/// @param language of the report, and of the investigation that it is about
/// @param sections which of them
/// @param caseNumber stands at its head; may be empty
/// @param logo stands at its head
public record ReportSettings(ReportLanguage language, Set<ReportSection> sections, String caseNumber,
        Optional<ReportLogo> logo) {

    /// Everything, in English.
    public static final ReportSettings STANDARD =
            new ReportSettings(ReportLanguage.ENGLISH, EnumSet.allOf(ReportSection.class), "", Optional.empty());

    /// Takes a copy.
    public ReportSettings {
        sections = Set.copyOf(sections);
    }
}
