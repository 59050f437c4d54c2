package org.sipsleuth.view.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
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
    void theIncidentsOfAnotherCaptureNameNobody() throws IOException {
        SampleIncidents samples = SampleIncidents.in(directory);
        Investigation found = samples.investigation();
        String account = found.incidents().getFirst().accounts().getFirst();
        IncidentParties parties = IncidentParties.of(Optional.of(found),
                Optional.of(SampleIncidents.index(directory, "office-hour.pcap")));
        assertEquals(List.of(), parties.ofUser(account));
    }
}
