package org.sipsleuth.view.incident;

import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.AttackTechnique;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Method;
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
import org.sipsleuth.pipeline.Verdicts;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sentence.Severity;

/// Incidents of `incident.pcap` for tests, with real messages of it.
public final class SampleIncidents {

    private final SipIndex index;

    private SampleIncidents(SipIndex index) {
        this.index = index;
    }

    /// Those of the capture, written into a directory.
    public static SampleIncidents in(Path directory) throws IOException {
        return new SampleIncidents(index(directory, "incident.pcap"));
    }

    /// A sample capture.
    static SipIndex index(Path directory, String file) throws IOException {
        return CaptureIndexer.read(List.of(SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(sample -> sample.file().equals(file)).findFirst().orElseThrow(),
                directory)), RunMonitor.NONE);
    }

    SipIndex index() {
        return index;
    }

    /// What is found in the capture: the incident, and two findings that belong to none.
    Investigation investigation() {
        return investigation(List.of(tollFraud(1, Severity.CRITICAL)));
    }

    Investigation investigation(List<Incident> incidents) {
        List<Finding> findings = new ArrayList<>(List.of(
                finding("keep-alive", "198.51.100.11", "23 × OPTIONS to the proxy, one every 7 s",
                        "Keep-alive of the carrier: one host, regular, always answered"),
                finding("mistyped", "192.0.2.19", "REGISTER of 1009 failed once, then 200",
                        "Mistyped password: 1 failure, threshold is 5")));
        incidents.forEach(each -> findings.addAll(each.findings()));
        Detection problems = problems(index);
        return new Investigation(index, List.of(problems.origin()), findings, incidents, List.of(), Optional.empty(),
                Verdicts.NONE, ProblemDetection.in(List.of(problems)).orElseThrow(),
                List.of(new Unjudged(RuleMethod.NAME, Unjudged.Extent.PART, Set.of(IncidentKind.MEDIA_REDIRECT),
                        english("Media redirection was checked in SDP only: the capture has no RTP."))),
                List.of());
    }

    /// Only problems of calls are looked for.
    static Investigation onlyProblems(SipIndex index) {
        return Investigation.of(index, List.of(problems(index)));
    }

    private static Detection problems(SipIndex index) {
        Method method = new ProblemMethod();
        try {
            return method.detector(method.shipped()).detect(index, RunMonitor.NONE);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The four stages: scan, enumeration, guessing, use.
    public Incident tollFraud(int number, Severity severity) {
        return tollFraud(number, severity, List.of("203.0.113.66", "203.0.113.129"));
    }

    /// The same by other addresses.
    Incident tollFraud(int number, Severity severity, List<String> actors) {
        Evidence scan = frames(137, 455);
        Evidence enumeration = frames(563, 711);
        Evidence guess = frames(816, 1030);
        Evidence use = frames(1194, 1369);
        Finding measured = measured();
        List<Stage> stages = List.of(stage(IncidentKind.HOST_SCAN, scan, "253 hosts probed", "9 answered"),
                stage(IncidentKind.EXTENSION_ENUMERATION, enumeration, "51 user names tried", "12 exist"),
                stage(IncidentKind.PASSWORD_GUESSING, guess, "88 attempts as 1007", "the 88th accepted"),
                stage(IncidentKind.TOLL_FRAUD, use, "6 calls to +999", "5 answered, 90 s"));
        Evidence all = frames(137, 1369);
        return new Incident("incident-4f0c21ab93d" + number, number, IncidentKind.TOLL_FRAUD, stages,
                new Actors(actors, actors.size(), false, List.of("SIPVicious", "SIPp")), List.of("192.0.2.1"),
                List.of("1007"), all.fromNanos(index), all.toNanos(index), Outcome.SUCCEEDED, severity,
                Confidence.of(0.97), english("Account 1007 was taken over and used"), story(),
                Stream.of("Change the password of 1007 and check its registrations.",
                        "Block 203.0.113.66 and 203.0.113.129 at the border.",
                        "Ask the carrier to bar +999 and to check the bill for 550101 to 550103.")
                        .map(each -> Action.protecting(english(each)))
                        .toList(),
                List.of(new AttackTechnique("T1595.001", "Scanning IP Blocks"),
                        new AttackTechnique("T1110.001", "Password Guessing"),
                        new AttackTechnique("T1078", "Valid Accounts")),
                List.of(key(137, "First of 253 probes"), key(138, "First of 9 hosts that answer"),
                        key(568, "1001 exists"), key(818, "First password for 1007"),
                        key(1030, "Password of 1007 accepted"), key(1194, "Wrong prefix, 404"),
                        key(1200, "Authenticated as 1007"), key(1207, "First foreign call answered")),
                List.of(english("whether calls continued after 11:13:25, where the capture ends."),
                        english("what the calls cost: there is no rate table.")),
                List.of(english("The user of 1007 is travelling: the phone stayed at 192.0.2.17."),
                        english("An authorised test: not visible in traffic; ask the owner.")),
                all, List.of(measured));
    }

    private List<StorySentence> story() {
        return List.of(
                sentence(Clause.of(english("203.0.113.66 scanned ")), Clause.of(english("253 hosts"), frames(137, 455)),
                        Clause.of(english(", of which ")), Clause.of(english("9 answered"), frames(138, 138))),
                sentence(Clause.of(english("It tried ")), Clause.of(english("51 user names"), frames(563, 711)),
                        Clause.of(english(", of which ")), Clause.of(english("12 exist"), frames(568, 600))),
                sentence(Clause.of(english("It guessed the password of ")),
                        Clause.of(english("1007"), frames(816, 1030)), Clause.of(english(" at the ")),
                        Clause.of(english("88th attempt"), frames(1029, 1030))),
                sentence(Clause.of(english("40 s later 203.0.113.129 used that account for ")),
                        Clause.of(english("6 calls to numbers of an unassigned country code,"
                                + " all of them within half a minute"), frames(1194, 1369)),
                        Clause.of(english("; ")), Clause.of(english("5 were answered"), frames(1207, 1260))));
    }

    private static StorySentence sentence(Clause... clauses) {
        return new StorySentence(Stream.concat(Arrays.stream(clauses), Stream.of(Clause.of(english(".")))).toList());
    }

    private static Stage stage(SipIndex index, IncidentKind kind, Evidence evidence, String did, String result) {
        return new Stage(kind, evidence.fromNanos(index), evidence.toNanos(index), Outcome.SUCCEEDED,
                List.of(kind == IncidentKind.TOLL_FRAUD ? "203.0.113.129" : "203.0.113.66"), english(did),
                english(result), evidence, List.of());
    }

    private Stage stage(IncidentKind kind, Evidence evidence, String did, String result) {
        return stage(index, kind, evidence, did, result);
    }

    private KeyMessage key(int frame, String shows) {
        return new KeyMessage(frames(frame, frame).messages(index)[0], english(shows));
    }

    /// The messages that actors sent or got in these frames.
    Evidence frames(int from, int to) {
        return Evidence.ofMessages(IntStream.range(0, index.messages().size())
                .filter(m -> index.messages().frame(m) >= from)
                .filter(m -> index.messages().frame(m) <= to)
                .filter(this::isOfActor)
                .toArray(), List.of());
    }

    private boolean isOfActor(int message) {
        String source = host(index.messages().source(message));
        String destination = host(index.messages().destination(message));
        return source.startsWith("203.0.113.") || destination.startsWith("203.0.113.");
    }

    private String host(int endpoint) {
        return index.messages().endpoint(endpoint).host();
    }

    private Finding measured() {
        return finding("incident", "203.0.113.66", "Toll fraud through account 1007", "",
                new Measurement(english("Hosts probed"), 253, 5, Measurement.Side.ABOVE),
                new Measurement(english("User names tried"), 51, 8, Measurement.Side.ABOVE),
                new Measurement(english("Refused attempts"), 87, 8, Measurement.Side.ABOVE),
                new Measurement(english("External calls"), 6, 3, Measurement.Side.ABOVE));
    }

    private Finding finding(String id, String subject, String title, String explanation) {
        return finding(id, subject, title, explanation,
                new Measurement(english("attempts"), 1, 5, Measurement.Side.ABOVE));
    }

    private Finding finding(String id, String subject, String title, String explanation, Measurement... measures) {
        return new Finding(id, new Origin("rules", new ModelIdentity("Session rules", "rules", "0", "", 0, 1)),
                Severity.INFO,
                new Statement("host_scan", english(title), english(explanation), Outcome.NOT_DETERMINED, List.of()),
                new Grounds(List.of(measures), true, english("390 dialogs")), frames(137, 140),
                new Subject(Subject.Kind.SOURCE, subject), () -> Rationale.NONE);
    }

    /// The same with other texts, as a hostile capture would write them.
    static Incident hostile(Incident incident, String text) {
        return hostile(incident, text, text);
    }

    /// The same where addresses have another text.
    static Incident hostile(Incident incident, String address, String text) {
        return new Incident(incident.id(), incident.number(), incident.kind(),
                incident.stages()
                        .stream()
                        .map(stage -> new Stage(stage.kind(), stage.fromNanos(), stage.toNanos(), stage.outcome(),
                                stage.actors(), captured(text), captured(text), stage.evidence(), stage.findings()))
                        .toList(),
                new Actors(List.of(address, "203.0.113.66"), 2, false, List.of(text, text)), List.of(address),
                List.of(text), incident.fromNanos(), incident.toNanos(), incident.outcome(), incident.severity(),
                incident.confidence(), captured(text),
                List.of(new StorySentence(List.of(Clause.of(english("It tried ")),
                        Clause.of(captured(text), incident.evidence()), Clause.of(english("."))))),
                List.of(Action.protecting(captured(text))), incident.techniques(),
                incident.keys().stream().map(key -> new KeyMessage(key.message(), captured(text))).toList(),
                List.of(captured(text)), List.of(captured(text)), incident.evidence(), incident.findings());
    }
}
