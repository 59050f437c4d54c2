package org.sipsleuth.view.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.session.finding.IncidentParties;

final class IncidentPartiesTest {

    @TempDir Path directory;

    @Test
    void accountsAndAddressesBelongToAnIncidentAndOnlyActorsDidIt() throws IOException {
        SampleIncidents samples = SampleIncidents.in(directory);
        Investigation found = samples.investigation();
        Incident incident = found.incidents().getFirst();
        IncidentParties parties = IncidentParties.of(Optional.of(found), Optional.of(samples.index()));
        assertFalse(incident.accounts().isEmpty());
        for (String account : incident.accounts()) {
            assertEquals(List.of(incident), parties.ofUser(account));
            assertEquals(List.of(), parties.ofActor(account));
        }
        assertFalse(incident.actors().addresses().isEmpty());
        for (String actor : incident.actors().addresses()) {
            assertEquals(List.of(incident), parties.ofUser(actor));
            assertEquals(List.of(incident), parties.ofActor(actor));
        }
        for (String victim : incident.victims()) {
            assertEquals(List.of(), parties.ofActor(victim));
        }
        assertEquals(List.of(), parties.ofUser("nobody"));
    }

    @Test
    void thoseAsWhomActorsCalledBelongToAnIncident() throws IOException {
        SampleIncidents samples = SampleIncidents.in(directory);
        Incident calls = calledAs(samples.investigation().incidents().getFirst(), "+99 9864-036010");
        IncidentParties parties =
                IncidentParties.of(Optional.of(samples.investigation(List.of(calls))), Optional.of(samples.index()));
        assertEquals(List.of(calls), parties.ofUser("+999864036010"));
    }

    /// The same incident, joined from a finding whose actors called under a name.
    private static Incident calledAs(Incident incident, String name) {
        Sentence none = Sentence.none();
        Observation observation = new Observation(IncidentKind.SPIT, incident.actors(), incident.victims(), List.of(),
                List.of(), List.of(name), false, 1, incident.fromNanos(), incident.toNanos(), List.of(), none, none,
                List.of(), List.of(), List.of(), new JoinHints("", Set.of(), 1), false);
        Finding finding = incident.findings().getFirst();
        Finding observed =
                new Finding(finding.id(), finding.origin(), finding.severity(), finding.statement(), finding.grounds(),
                        finding.evidence(), finding.subject(), finding.rationale(), Optional.of(observation));
        return new Incident(incident.id(), incident.number(), incident.kind(), incident.stages(), incident.actors(),
                incident.victims(), incident.accounts(), incident.fromNanos(), incident.toNanos(), incident.outcome(),
                incident.severity(), incident.confidence(), incident.title(), incident.story(), incident.advice(),
                incident.techniques(), incident.keys(), incident.notDetermined(), incident.alternatives(),
                incident.evidence(), List.of(observed));
    }

    @Test
    void theIncidentsOfAnotherCaptureNameNobody() throws IOException {
        SampleIncidents samples = SampleIncidents.in(directory);
        Investigation found = samples.investigation();
        String account = found.incidents().getFirst().accounts().getFirst();
        IncidentParties parties = IncidentParties.of(Optional.of(found),
                Optional.of(SampleIncidents.index(directory, "office-hour.pcap")));
        assertEquals(List.of(), parties.ofUser(account));
    }
}
