package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// Scans, enumerations, floods and malformed messages as session rules state them, on attacks that
/// were recorded with real tools.
final class RecordedScansAndFloodsTest {

    private static final Set<IncidentKind> KINDS = Set.of(IncidentKind.HOST_SCAN, IncidentKind.EXTENSION_ENUMERATION,
            IncidentKind.INVITE_FLOOD, IncidentKind.REGISTER_FLOOD, IncidentKind.OPTIONS_FLOOD,
            IncidentKind.OTHER_FLOOD, IncidentKind.MALFORMED_MESSAGES);

    @TempDir Path folder;

    /// `203.0.113.66 scanned 253 hosts …; partial`, sorted.
    private List<String> stated(String file) throws Exception {
        RuleMethod rules = new RuleMethod();
        return rules.detector(rules.shipped())
                .detect(index(file), RunMonitor.NONE)
                .findings()
                .stream()
                .filter(finding -> KINDS.contains(finding.observation().orElseThrow().kind()))
                .map(RecordedScansAndFloodsTest::sentence)
                .sorted()
                .toList();
    }

    private SipIndex index(String file) throws IOException {
        SampleCapture sample =
                SampleCaptures.list().stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow();
        return CaptureIndexer.read(List.of(SampleCaptures.copyTo(sample, folder)), RunMonitor.NONE);
    }

    private static String sentence(Finding finding) {
        Observation its = finding.observation().orElseThrow();
        String who = its.actors().areForged() ? its.actors().sources() + " forged addresses"
                : String.join(", ", its.actors().addresses());
        return who + " " + its.predicate().stream().map(clause -> clause.words().text()).collect(Collectors.joining())
                + "; " + finding.statement().outcome();
    }

    @Test
    void scans() throws Exception {
        assertEquals(
                List.of("198.51.100.77 scanned 40 hosts by INVITE with SIPVicious, of which 9 answered; PARTIAL",
                        "203.0.113.66 scanned 253 hosts by OPTIONS with SIPVicious, of which 9 answered; PARTIAL"),
                stated("scan.pcap"));
    }

    @Test
    void enumerations() throws Exception {
        String end = " at 192.0.2.1 with SIPVicious, of which 12 exist (1001, 1002, 1003 and 9 more); PARTIAL";
        assertEquals(List.of("203.0.113.66 tried 101 user names by REGISTER" + end,
                "203.0.113.66 tried 31 user names by INVITE" + end,
                "203.0.113.99 tried 101 user names by OPTIONS" + end), stated("enumeration.pcap"));
    }

    @Test
    void floods() throws Exception {
        assertEquals(List.of(
                "198.51.100.77 sent 100 OPTIONS requests with sipsak to 192.0.2.1 for 1002"
                        + " outside dialogs, up to 100 a second; NOT_DETERMINED",
                "203.0.113.66 sent 300 INVITEs with SIPp to 192.0.2.1 for number 1050"
                        + " (404, does not exist), all answered with 404, up to 101 a second; NOT_DETERMINED",
                "203.0.113.99 sent 150 REGISTERs with SIPp to 192.0.2.1 for 1003 without"
                        + " credentials, up to 101 a second; NOT_DETERMINED"),
                stated("flood.pcap"));
    }

    /// The tool claims to be baresip, under the addresses of phones and others; the phone that was
    /// flooded refused a call as busy.
    @Test
    void forgedFloodNamesNobody() throws Exception {
        assertEquals(List.of("20 forged addresses sent 120 INVITEs with SIPp under the name “baresip"
                + " v1.0.0 (x86_64/linux)” to 192.0.2.1 for 1003, 119 of"
                + " 120 answered with 486, up to 31 a second, while 1 of 12 legitimate requests failed;"
                + " 1 phone rang: 192.0.2.13 (once); SUCCEEDED"), stated("flood-spoofed.pcap"));
    }

    @Test
    void malformedMessages() throws Exception {
        assertEquals(List.of("203.0.113.66 sent 157 malformed requests to 192.0.2.1 (32 kinds of"
                + " defects, most often malformed To, CSeq names another method,"
                + " repeated header field), 4 of which were answered with a fault or timeout (5xx, 408); PARTIAL",
                "203.0.113.99 sent 16 malformed requests with sipsak to 192.0.2.1 (9 kinds"
                        + " of defects, most often malformed Contact, header not in UTF-8,"
                        + " invalid header name); NOT_DETERMINED"),
                stated("torture.pcap"));
    }

    @Test
    void scanAndEnumerationOfTheIncidentAreTwoStages() throws Exception {
        assertEquals(
                List.of("203.0.113.66 scanned 253 hosts by OPTIONS with SIPVicious, of which 9 answered; PARTIAL",
                        "203.0.113.66 tried 51 user names by REGISTER at 192.0.2.1 with SIPVicious,"
                                + " of which 12 exist (1001, 1002, 1003 and 9 more); PARTIAL"),
                stated("incident.pcap"));
    }

    @Test
    void officeHourHasNone() throws Exception {
        assertEquals(List.of(), stated("office-hour.pcap"));
    }
}
