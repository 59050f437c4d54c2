package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefDetector;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.belief.detection.ScoredPeriods;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// The model of beliefs that ships, on attacks that were recorded with the attackers' tools.
final class RecordedAttacksTest {

    private static final String SCAN = "Host scan or extension enumeration: ";
    private static final String CRACKING = "Password guessing: ";
    private static final String FLOOD = "Denial of service: ";

    @TempDir Path folder;

    private SipIndex index(String file) throws IOException {
        SampleCapture sample =
                SampleCaptures.list().stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow();
        return CaptureIndexer.read(List.of(SampleCaptures.copyTo(sample, folder)), RunMonitor.NONE);
    }

    private static BeliefModel shipped() throws IOException {
        return BeliefModel.open(new BeliefMethod().shipped());
    }

    private List<Finding> findings(String file) throws IOException {
        return new BeliefDetector(shipped()).detect(index(file), RunMonitor.NONE).findings();
    }

    /// What is believed of the periods of a source, in their order.
    private List<TrafficClass> believed(String file, String source) throws IOException {
        ScoredPeriods scored = ScoredPeriods.of(index(file), shipped(), RunMonitor.NONE);
        return IntStream.range(0, scored.size())
                .filter(each -> scored.sourceName(each).equals(source))
                .mapToObj(each -> scored.belief(each).leading())
                .toList();
    }

    /// @param least how much the class is believed
    private Set<String> titles(String file, double least) throws IOException {
        return findings(file).stream()
                .filter(finding -> finding.grounds().isGrounded())
                .filter(finding -> finding.grounds().measures().getLast().value() >= least)
                .map(finding -> finding.statement().title().text())
                .collect(Collectors.toSet());
    }

    /// As fast as a flood, and hardly anybody answers: no period of it is treated as one, also not
    /// the last, which is short; and of the slow one with INVITEs, neither.
    @Test
    void everyPeriodOfASweepIsBelievedToBeAScan() throws IOException {
        TrafficClass scan = TrafficClass.SCAN;
        List<TrafficClass> fast = List.of(scan, scan, scan, scan, scan);
        assertEquals(fast, believed("scan.pcap", "203.0.113.66"));
        assertEquals(List.of(scan, scan, scan), believed("scan.pcap", "198.51.100.77"));
    }

    @Test
    void scansAreNamedWithTheirSources() throws IOException {
        assertEquals(Set.of(SCAN + "203.0.113.66", SCAN + "198.51.100.77"), titles("scan.pcap", 0));
        Set<String> enumeration = titles("enumeration.pcap", 0.9);
        assertTrue(enumeration.contains(SCAN + "203.0.113.66"), enumeration.toString());
        assertTrue(enumeration.contains(SCAN + "203.0.113.99"), enumeration.toString());
    }

    @Test
    void passwordCrackingIsNamedWithItsSources() throws IOException {
        Set<String> failed = titles("cracking-failed.pcap", 0.9);
        assertTrue(failed.contains(CRACKING + "203.0.113.66"), failed.toString());
        assertTrue(failed.contains(CRACKING + "198.51.100.77"), failed.toString());
        Set<String> found = titles("cracking-found.pcap", 0.9);
        assertEquals(Set.of(CRACKING + "203.0.113.66"), found);
    }

    /// REGISTERs without credentials are no cracking.
    @Test
    void floodsAreNamedWithTheirSourcesAlsoWhereTheyAreMany() throws IOException {
        Set<String> flood = titles("flood.pcap", 0.9);
        String third = "198.51.100.77";
        assertEquals(Set.of(FLOOD + "203.0.113.66", FLOOD + "203.0.113.99", FLOOD + third), flood);
        Set<String> forged = titles("flood-spoofed.pcap", 0);
        assertTrue(forged.contains(FLOOD + "many sources to 192.0.2.1"), forged.toString());
        for (int host = 30; host < 42; host++) { // forged: none of them is accused
            assertFalse(forged.contains(FLOOD + "198.51.100." + host), forged.toString());
        }
        assertEquals(Set.of(), titles("office-hour.pcap", 0));
    }

    @Test
    void theEvidenceIsTheMessagesOfTheSource() throws IOException {
        Finding finding = findings("cracking-found.pcap").stream()
                .filter(each -> each.statement().title().text().startsWith(CRACKING))
                .findFirst()
                .orElseThrow();
        SipIndex index = index("cracking-found.pcap");
        int[] messages = finding.evidence().messages(index);
        assertTrue(messages.length >= 170, messages.length + " messages");
        for (int message : messages) {
            int from = index.messages().source(message);
            int to = index.messages().destination(message);
            assertTrue(index.messages().endpoint(from).host().equals("203.0.113.66")
                    || index.messages().endpoint(to).host().equals("203.0.113.66"));
        }
        assertTrue(finding.grounds().decisive().isAnomalous());
        assertTrue(finding.id().startsWith("belief-"));
    }
}
