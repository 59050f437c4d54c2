package org.sipsleuth.report.investigation;

import org.sipsleuth.finding.IncidentKind;

/// The words for kinds of incidents, for people.
public final class IncidentWords {

    private IncidentWords() {}

    /// A kind for people: `host scan`, `INVITE flood`.
    public static String label(IncidentKind kind) {
        return ReportText.of(ReportLanguage.ENGLISH).kind(kind);
    }
}
