package org.sipsleuth.app.command;

import static org.sipsleuth.sentence.Sentence.english;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.hops.HopsMethod;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;

/// A method that states what two hosts of `incident.pcap` do, whatever the rules find there: the
/// one guesses a password, the other uses it. A REGISTER of the first is the guess, an INVITE of
/// the second the use.
public final class ObservedMethod implements Method {

    /// Who guesses.
    public static final String GUESSER = "203.0.113.66";

    /// Who calls.
    public static final String CALLER = "203.0.113.129";

    /// Text that must be escaped wherever it is shown.
    static final String HOSTILE = "evil\u001b[2J\u202e";

    /// A URI whose password nobody needs to read.
    static final String WITH_PASSWORD = "sip:alice:hunter2@192.0.2.1";

    private static final String NAME = "observed";
    private static final String VICTIM = "192.0.2.1";

    private final AtomicInteger runs = new AtomicInteger();

    /// How often its detectors have looked.
    int runs() {
        return runs.get();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sentence sentence() {
        return english("States what two hosts do");
    }

    @Override
    public boolean isTrained() {
        return false;
    }

    @Override
    public MethodTexts texts() {
        return MethodTexts.beside(HopsMethod.class);
    }

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.CONTENT_ANOMALY);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) {
        return shipped();
    }

    @Override
    public ModelFile shipped() {
        TrainingFacts facts = new TrainingFacts("observed", "nothing", List.of(),
                new Training.Origin("SipSleuth", Instant.EPOCH, "public domain"));
        return ModelFile.of(
                new ModelFacts(new ModelType(NAME, 1), facts.name(), Facts.NONE,
                        new Training("nothing", List.of(), Facts.NONE, 1, 0, facts.origin()), Facts.NONE, Facts.NONE),
                List.of());
    }

    @Override
    public Detector detector(ModelFile file) {
        return new Observer(file.identity(), runs);
    }

    private record Observer(ModelIdentity model, AtomicInteger runs) implements Detector {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Detection detect(SipIndex index, RunMonitor monitor) {
            runs.incrementAndGet();
            Origin origin = new Origin(NAME, model);
            List<Finding> findings = new ArrayList<>();
            int[] guesses = requests(index, GUESSER, "REGISTER");
            if (guesses.length > 0) {
                findings.add(finding(index, origin, IncidentKind.PASSWORD_GUESSING, GUESSER, guesses));
            }
            int[] calls = requests(index, CALLER, "INVITE");
            if (calls.length > 0) {
                findings.add(finding(index, origin, IncidentKind.TOLL_FRAUD, CALLER, calls));
            }
            return new Observations(index, origin, findings);
        }

        private static int[] requests(SipIndex index, String source, String type) {
            MessageTable messages = index.messages();
            return IntStream.range(0, messages.size())
                    .filter(message -> messages.typeName(messages.type(message)).equals(type))
                    .filter(message -> messages.endpoint(messages.source(message))
                            .address()
                            .getHostAddress()
                            .equals(source))
                    .toArray();
        }

        private static Finding finding(SipIndex index, Origin origin, IncidentKind kind, String actor, int[] messages) {
            Evidence evidence = Evidence.ofMessages(messages, List.of());
            long from = evidence.fromNanos(index);
            Observation observation = new Observation(kind,
                    Actors.of(actor, List.of("SIPVicious " + HOSTILE, WITH_PASSWORD)), List.of(VICTIM), List.of("1007"),
                    false, 0.9, from, evidence.toNanos(index),
                    List.of(Clause.of(english("sent ")), Clause.of(english(messages.length + " requests"), evidence),
                            Clause.of(english(" to " + WITH_PASSWORD))),
                    english(messages.length + " requests"), english("accepted for " + WITH_PASSWORD),
                    List.of(new KeyMessage(messages[0], english("First request " + HOSTILE + WITH_PASSWORD))),
                    List.of(english("Whether more accounts were tried is unknown " + HOSTILE + WITH_PASSWORD)),
                    List.of(english("A test of the operator's own " + WITH_PASSWORD)),
                    new JoinHints("", Set.of(), messages.length));
            return new Finding(FindingId.of(NAME, kind + " " + from), origin, kind.severity(Outcome.SUCCEEDED, false),
                    new Statement(kind.word(), english(kind.word()), english("It did " + WITH_PASSWORD),
                            Outcome.SUCCEEDED, List.of(english(WITH_PASSWORD))),
                    new Grounds(
                            List.of(new Measurement(english("requests"), messages.length, 1, Measurement.Side.ABOVE)),
                            true, english("all")),
                    evidence, new Subject(Subject.Kind.SOURCE, actor), () -> Rationale.NONE, Optional.of(observation));
        }
    }

    private record Observations(SipIndex index, Origin origin, List<Finding> findings) implements Detection {

        @Override
        public List<Unjudged> notJudged() {
            return List.of();
        }
    }
}
