package org.sipsleuth.report.investigation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;

/// Who did what a finding states to whom, and the incident that it belongs to. Texts are empty
/// where it states nothing, or names several.
public final class FindingParties {

    private final Map<String, String> incidents = new HashMap<>();

    public FindingParties(Investigation investigation) {
        for (Incident incident : investigation.incidents()) {
            incident.findings().forEach(its -> incidents.putIfAbsent(its.id(), incident.id()));
        }
    }

    /// The host that did it.
    public static String source(Finding finding) {
        return party(finding, Subject.Kind.SOURCE, finding.observation().map(its -> its.actors().addresses()));
    }

    /// The host that it was done to.
    public static String target(Finding finding) {
        return party(finding, Subject.Kind.TARGET, finding.observation().map(Observation::victims));
    }

    private static String party(Finding finding, Subject.Kind kind, Optional<List<String>> observed) {
        if (observed.isPresent()) {
            return observed.get().size() == 1 ? observed.get().getFirst() : "";
        }
        return finding.subject().kind() == kind ? finding.subject().name() : "";
    }

    /// How sure it is, 0 to 1.
    public static String confidence(Finding finding) {
        return finding.observation().map(its -> Double.toString(its.confidence())).orElse("");
    }

    /// The id of its incident.
    public String incident(Finding finding) {
        return incidents.getOrDefault(finding.id(), "");
    }

    /// Whether it belongs to an incident.
    public boolean isOfIncident(Finding finding) {
        return incidents.containsKey(finding.id());
    }
}
