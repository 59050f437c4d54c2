package org.sipsleuth.edge.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.CaptureSession;

class IncidentMessagesTest {

    private static SipIndex sample(String name) throws Exception {
        return CaptureIndexer.read(List.of(Path.of("../../sample-captures").resolve(name)), RunMonitor.NONE);
    }

    private static List<Incident> incidents(SipIndex index) throws Exception {
        Methods methods = Methods.standard();
        Detector rules = methods.named("rules").orElseThrow().detector(methods.named("rules").orElseThrow().shipped());
        return CaptureSession.investigate(index, List.of(rules), Runnable::run, RunMonitor.NONE).incidents();
    }

    /// The calls of a fraud end with BYEs that are no evidence of it.
    @Test
    void allOfTheDialogsThatAnIncidentBeginsBelongsToIt() throws Exception {
        SipIndex index = sample("incident.pcap");
        List<Incident> incidents = incidents(index);
        BitSet messages = IncidentMessages.of(incidents, index, RunMonitor.NONE);
        for (Incident incident : incidents) {
            for (int message : incident.evidence().messages(index)) {
                assertTrue(messages.get(message), "evidence belongs to it");
            }
        }
        BitSet evidence = new BitSet();
        incidents.forEach(each -> IntStream.of(each.evidence().messages(index)).forEach(evidence::set));
        assertTrue(messages.cardinality() > evidence.cardinality());
        for (int message = 0; message < index.messages().size(); message++) {
            int first = index.dialogs().firstMessage(index.messages().dialog(message));
            if (evidence.get(first)) {
                assertTrue(messages.get(message), "message " + message);
            } else {
                assertEquals(evidence.get(message), messages.get(message), "message " + message);
            }
        }
    }

    /// A third host ends calls of others: the calls themselves are theirs.
    @Test
    void theCallsOfOthersDoNotBelongToIt() throws Exception {
        SipIndex index = sample("evaluation/development/teardown-bye.pcap.gz");
        List<Incident> incidents =
                incidents(index).stream().filter(each -> each.kind() == IncidentKind.SESSION_TEARDOWN).toList();
        assertFalse(incidents.isEmpty());
        BitSet messages = IncidentMessages.of(incidents, index, RunMonitor.NONE);
        int invites = (int) messages.stream()
                .filter(index.messages()::isRequest)
                .filter(index.messages()::isOfInvite)
                .count();
        assertEquals(0, invites);
    }

    @Test
    void withoutIncidentsNothingBelongsToOne() throws Exception {
        assertTrue(IncidentMessages.of(List.of(), sample("call.pcap"), RunMonitor.NONE).isEmpty());
    }
}
