package org.sipsleuth.belief.detection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefThresholds;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;

/// Makes a finding of a suspicious span.
final class BeliefFindings {

    private static final int ID_BYTES = 6;
    private static final int MOST_USERS = 100;
    private static final double NEARLY_SURE = 0.99;
    private static final double RATHER_SURE = 0.9;

    private BeliefFindings() {}

    static Finding of(SuspectSpan span) {
        BeliefModel model = span.scored().model();
        int[] messages = span.messages();
        return new Finding(
                id(span),
                new Origin(BeliefModel.KIND, model.identity()),
                severity(span),
                Statement.of(
                        span.trafficClass().word(),
                        BeliefWords.title(span),
                        BeliefWords.explanation(span),
                        BeliefText.TEXTS),
                grounds(span),
                Evidence.ofMessages(messages, users(span, messages)),
                new Subject(Subject.Kind.SOURCE, span.sourceName()),
                () -> BeliefRationale.of(span));
    }

    /// The same for the same class at the same times; the source is left out, so that a copy with
    /// other names has the same findings.
    private static String id(SuspectSpan span) {
        String claim =
                "%s %d %d %d"
                        .formatted(
                                span.trafficClass().word(),
                                span.first().fromNanos(),
                                span.last().toNanos(),
                                span.messageCount());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(claim.getBytes(StandardCharsets.UTF_8));
            return BeliefModel.KIND + "-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }

    /// How sure the class is, where the messages are enough.
    private static Severity severity(SuspectSpan span) {
        if (!span.isGrounded()) {
            return Severity.INFO;
        }
        double strength = span.scored().belief(span.strongest()).classes().get(span.trafficClass());
        return strength >= NEARLY_SURE
                ? Severity.HIGH
                : strength >= RATHER_SURE ? Severity.MEDIUM : Severity.LOW;
    }

    private static Grounds grounds(SuspectSpan span) {
        Belief belief = span.scored().belief(span.strongest());
        BeliefThresholds thresholds = span.scored().model().settings().thresholds();
        Measurement attack =
                new Measurement(
                        "P(attack)",
                        belief.attack(),
                        thresholds.attackBelief(),
                        Measurement.Side.ABOVE);
        Measurement lead =
                new Measurement(
                        "P(%s), compared with P(%s)"
                                .formatted(span.trafficClass().name(), belief.runnerUp().name()),
                        belief.strength(),
                        belief.classes().get(belief.runnerUp()),
                        Measurement.Side.ABOVE);
        String sample =
                String.format(
                        Locale.ROOT,
                        "%,d messages in %,d %s (minimum %,d messages)",
                        span.messageCount(),
                        span.numbers().size(),
                        span.numbers().size() == 1 ? "period" : "periods",
                        thresholds.leastMessages());
        return new Grounds(List.of(attack, lead), span.isGrounded(), sample);
    }

    private static List<String> users(SuspectSpan span, int[] messages) {
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
