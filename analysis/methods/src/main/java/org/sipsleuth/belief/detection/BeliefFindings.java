package org.sipsleuth.belief.detection;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefThresholds;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// Makes a finding of a suspicious span.
final class BeliefFindings {

    private static final int MOST_USERS = 100;
    private static final String WRONG_PASSWORD = "wrong_password";

    private BeliefFindings() {}

    /// @param isStored whether the session rules explain it by wrong passwords stored in devices
    static Finding of(SuspectSpan span, boolean isStored) {
        BeliefModel model = span.scored().model();
        int[] messages = span.messages();
        return new Finding(id(span), new Origin(BeliefModel.KIND, model.identity()), Severity.INFO, // a belief is no proof: rules decide what is an incident
                Statement.of(isStored ? WRONG_PASSWORD : span.trafficClass().word(), BeliefWords.title(span, isStored),
                        BeliefWords.explanation(span, isStored), BeliefText.TEXTS),
                grounds(span), Evidence.ofMessages(messages, users(span, messages)),
                new Subject(Subject.Kind.SOURCE, span.sourceName()), () -> BeliefRationale.of(span));
    }

    /// The same for the same class at the same times; the source is left out, so that a copy with
    /// other names has the same findings.
    private static String id(SuspectSpan span) {
        String claim = "%s %d %d %d".formatted(span.trafficClass().word(), span.first().fromNanos(),
                span.last().toNanos(), span.messageCount());
        return FindingId.of(BeliefModel.KIND, claim);
    }

    private static Grounds grounds(SuspectSpan span) {
        Sentence sample = BeliefText.TEXTS.sentence("sample", count(span.messageCount()), count(span.numbers().size()),
                count(span.scored().model().settings().thresholds().leastMessages()));
        return new Grounds(measures(span), span.isGrounded(), sample);
    }

    /// The belief in any attack, and that in the class beside the next one.
    static List<Measurement> measures(SuspectSpan span) {
        Belief belief = span.scored().belief(span.strongest());
        BeliefThresholds thresholds = span.scored().model().settings().thresholds();
        Measurement attack = new Measurement(BeliefText.TEXTS.sentence("measure.attack"), belief.attack(),
                thresholds.attackBelief(), Measurement.Side.ABOVE);
        Measurement lead = new Measurement(
                BeliefText.TEXTS.sentence("measure.lead", term(span.trafficClass().name()),
                        term(belief.runnerUp().name())),
                belief.strength(), belief.classes().get(belief.runnerUp()), Measurement.Side.ABOVE);
        return List.of(attack, lead);
    }

    static List<String> users(SourceSpan span, int[] messages) {
        SipIndex index = span.scored().periods().events().index();
        return Arrays.stream(messages)
                .map(index.messages()::dialog)
                .distinct()
                .mapToObj(index.dialogs()::caller)
                .filter(caller -> !caller.isEmpty())
                .distinct()
                .limit(MOST_USERS)
                .toList();
    }
}
