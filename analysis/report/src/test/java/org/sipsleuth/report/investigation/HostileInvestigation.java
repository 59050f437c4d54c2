package org.sipsleuth.report.investigation;

import static org.sipsleuth.sentence.Sentence.captured;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.AttackTechnique;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.pipeline.NetworkFit;
import org.sipsleuth.pipeline.Verdicts;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.report.page.HostileTexts;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;

/// An investigation in which every text is hostile: in messages, findings, incidents and models.
public final class HostileInvestigation {

    private static final int LONGEST = 900;
    private static final long START = 1_700_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private HostileInvestigation() {}

    /// One with an incident and a finding for each hostile text.
    public static Investigation in(Path folder) throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        int second = 0;
        for (String text : HostileTexts.ALL) {
            pcap.frame(START + second, 0, Packets.sip("192.0.2.1", "192.0.2.2", message(text)));
            second++;
        }
        pcap.frame(START + second, 0, new byte[40]); // is not decoded
        SipIndex index = CaptureIndexer.read(List.of(pcap.write(folder.resolve("<script>&'.pcap"))), RunMonitor.NONE);
        List<Incident> incidents = IntStream.range(0, HostileTexts.ALL.size())
                .mapToObj(i -> incident(i, HostileTexts.ALL.get(i)))
                .toList();
        List<Finding> findings = HostileTexts.ALL.stream().map(text -> finding("outside", text)).toList();
        return new Investigation(index, HostileTexts.ALL.stream().map(HostileInvestigation::origin).toList(), findings,
                incidents,
                List.of(new ModelFit(origin("<b>model</b>"), 0.02,
                        List.of(new NetworkFit(List.of(0), 0.02, 100, 60, 120, 80)))),
                Optional.empty(), Verdicts.NONE, ProblemList.NONE,
                HostileTexts.ALL.stream()
                        .map(text -> new Unjudged(text, Unjudged.Extent.PART, Set.of(), captured(text)))
                        .toList(),
                List.of());
    }

    /// Everything that a message can say, said by an attacker.
    static String message(String text) {
        String line = text.replaceAll("[\r\n]", " ");
        String words = line.substring(0, Math.min(LONGEST, line.length()));
        return "REGISTER sip:" + words.replace(' ', '_') + "@example.org SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + words.hashCode() + "\r\nFrom: \""
                + words.replace("\"", "\\\"") + "\" <sip:" + words.replace(' ', '_')
                + "@example.org>;tag=1\r\nTo: <sip:" + words.replace(' ', '_') + "@example.org>\r\nCall-ID: "
                + words.replace(' ', '_') + "\r\nCSeq: 1 REGISTER\r\nUser-Agent: " + words
                + "\r\nContent-Type: text/html\r\nContent-Length: " + words.length() + "\r\n\r\n" + words;
    }

    private static Origin origin(String text) {
        return new Origin("rules", new ModelIdentity(text, "rules", text, text, 5, 1));
    }

    private static Finding finding(String id, String text) {
        return new Finding(id, origin(text), Severity.HIGH,
                new Statement("scan", captured(text), captured(text), Outcome.PARTIAL, List.of(captured(text))),
                new Grounds(List.of(new Measurement(captured(text), 3, 2, Measurement.Side.ABOVE)), true,
                        captured(text)),
                Evidence.ofMessages(new int[]{0}, List.of(text)), new Subject(Subject.Kind.USER, text),
                () -> Rationale.NONE);
    }

    private static Incident incident(int place, String text) {
        Evidence evidence = Evidence.ofMessages(new int[]{place}, List.of(text));
        Actors actors = new Actors(List.of(text), 1, false, List.of(text));
        Finding finding = finding("inside", text);
        long at = (START + place) * SECOND;
        Stage stage = new Stage(IncidentKind.HOST_SCAN, at, at, Outcome.ATTEMPTED, List.of(text), captured(text),
                captured(text), evidence, List.of(finding));
        return new Incident("incident-" + place, place + 1, IncidentKind.HOST_SCAN, List.of(stage, stage), actors,
                List.of(text), List.of(text), at, at, Outcome.ATTEMPTED, Severity.LOW, Confidence.of(0.5),
                captured(text), List.of(new StorySentence(List.of(new Clause(captured(text), Optional.of(evidence))))),
                List.of(Action.protecting(captured(text))), List.of(new AttackTechnique("T1", text)),
                List.of(new KeyMessage(place, captured(text))), List.of(captured(text)), List.of(captured(text)),
                evidence, List.of(finding));
    }
}
