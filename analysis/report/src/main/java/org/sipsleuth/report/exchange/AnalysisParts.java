package org.sipsleuth.report.exchange;

/// Which parts of an investigation are listed.
///
/// @param incidentsOnly whether the user wants the incidents
/// @param findingsOnly whether the user wants the findings; both are as neither
public record AnalysisParts(boolean incidentsOnly, boolean findingsOnly) {

    /// Incidents and findings.
    public static final AnalysisParts ALL = new AnalysisParts(false, false);

    /// Whether incidents are listed.
    public boolean hasIncidents() {
        return incidentsOnly || !findingsOnly;
    }

    /// Whether findings are listed.
    public boolean hasFindings() {
        return findingsOnly || !incidentsOnly;
    }

    /// Whether findings are listed with all details.
    public boolean hasFindingDetails() {
        return findingsOnly;
    }

    /// Whether the rows of csv, which can be of one kind only, are incidents.
    public boolean hasIncidentRows() {
        return incidentsOnly && !findingsOnly;
    }
}
