package org.sipsleuth.report.investigation;

import org.sipsleuth.finding.Actors;
import org.sipsleuth.incident.Incident;

/// Single facts of incidents in words.
///
/// @param evidence shortens lists of names
record IncidentFacts(ReportText text, EvidenceText evidence) {

    private static final int MOST_NAMES = 12;

    /// Where an incident stands in the page.
    static String id(Incident incident) {
        return "incident-" + incident.number();
    }

    /// Who did it.
    String actors(Actors actors) {
        if (actors.areForged()) {
            return text.text("actors.forged", text.count(actors.sources(), "address"));
        }
        if (actors.addresses().isEmpty()) {
            return text.text("unknown");
        }
        String named = evidence.hosts(actors.addresses(), MOST_NAMES);
        int more = actors.sources() - actors.addresses().size();
        return more > 0 && actors.addresses().size() <= MOST_NAMES ? text.text("more", named, more) : named;
    }
}
