package org.sipsleuth.evaluate.incident;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.evaluation.AttackScore;
import org.sipsleuth.evaluation.FalseIncident;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.read.IndexTruth;

/// Matches claims with the attacks of one capture. The messages that a claim cites decide, not its
/// time: messages of dialogs that an attack has or reaches into count as its own.
final class CaptureJudge {

    /// A claim that covers no attack, and cites less of what is not normal, is false.
    private static final double LEAST_TRUE = 0.5;

    /// A claim covers an attack to which at least this share of its messages belongs …
    private static final double LEAST_OF_CLAIM = 0.2;

    /// … or of whose dialogs it cites at least this share.
    private static final double LEAST_OF_ATTACK = 0.2;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LONGEST_SILENCE_SECONDS = 3_600;

    /// Of an incident with more actors, only so many are named.
    private static final int MOST_NAMED = 50;

    private final SipIndex index;
    private final String file;
    private final List<AttackFacts> attacks = new ArrayList<>();
    private final List<BitSet> dialogs = new ArrayList<>();

    /// The dialogs of all that is not normal, also of what is odd but no attack.
    private final BitSet notNormal = new BitSet();

    /// @param truth empty for a capture without attack
    CaptureJudge(SipIndex index, String file, Optional<IndexTruth> truth) {
        this.index = index;
        this.file = file;
        truth.ifPresent(this::read);
    }

    private void read(IndexTruth truth) {
        Map<Attack, BitSet> ofAttack = new HashMap<>();
        for (int message = 0; message < index.messages().size(); message++) {
            int dialog = index.messages().dialog(message);
            truth.ofMessage(message).flatMap(label -> label.attack()).ifPresent(attack -> {
                ofAttack.computeIfAbsent(attack, _ -> new BitSet()).set(dialog);
                notNormal.set(dialog);
            });
        }
        for (AttackFacts facts : truth.attacks()) {
            BitSet its = ofAttack.get(facts.attack());
            if (its != null && facts.attack().kind().isPresent()) {
                attacks.add(facts);
                dialogs.add(its);
            }
        }
    }

    /// Judges all that a configuration claims of this capture.
    CaptureScore judge(List<Claim> claims) {
        List<Set<Integer>> covered = claims.stream().map(this::covered).toList();
        List<CaptureScore.JudgedClaim> judged = new ArrayList<>();
        List<FalseIncident> falseOnes = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            boolean isFalse = covered.get(i).isEmpty() && share(claim.evidence(), notNormal) < LEAST_TRUE;
            judged.add(judged(claim, covered.get(i), isFalse));
            if (isFalse) {
                falseOnes.add(new FalseIncident(file, claim.title(), claim.severity(), claim.confidence().kind(),
                        claim.actors()));
            }
        }
        List<AttackScore> scores = new ArrayList<>();
        for (int attack = 0; attack < attacks.size(); attack++) {
            scores.add(score(attack, claims, covered));
        }
        return new CaptureScore(file, seconds(), scores, judged, falseOnes);
    }

    private double seconds() {
        return observedSeconds(
                IntStream.range(0, index.messages().size()).mapToLong(index.messages()::capturedAtNanos).toArray());
    }

    /// For how long there was traffic: of a longer silence, as between the parts of a merged
    /// capture, an hour counts.
    ///
    /// @param nanos the times of all messages, in order
    static double observedSeconds(long... nanos) {
        double seconds = 0;
        for (int i = 1; i < nanos.length; i++) {
            double gap = (nanos[i] - nanos[i - 1]) / NANOS_PER_SECOND;
            seconds += Math.clamp(gap, 0, LONGEST_SILENCE_SECONDS);
        }
        return seconds;
    }

    /// The attacks that a claim covers.
    private Set<Integer> covered(Claim claim) {
        BitSet cited = new BitSet();
        IntStream.of(claim.evidence().dialogs(index)).forEach(cited::set);
        Set<Integer> covered = new TreeSet<>();
        for (int attack = 0; attack < attacks.size(); attack++) {
            BitSet its = dialogs.get(attack);
            if (!cited.intersects(its)) {
                continue;
            }
            BitSet both = (BitSet) cited.clone();
            both.and(its);
            boolean isMuchOfIt = both.cardinality() >= LEAST_OF_ATTACK * its.cardinality();
            if (isMuchOfIt || share(claim.evidence(), its) >= LEAST_OF_CLAIM) {
                covered.add(attack);
            }
        }
        return covered;
    }

    /// The share of messages that lie in these dialogs.
    private double share(Evidence evidence, BitSet wanted) {
        int[] messages = evidence.messages(index);
        long inside = IntStream.of(messages).filter(message -> wanted.get(index.messages().dialog(message))).count();
        return messages.length == 0 ? 0 : (double) inside / messages.length;
    }

    private CaptureScore.JudgedClaim judged(Claim claim, Set<Integer> covered, boolean isFalse) {
        Confidence sure = claim.confidence();
        boolean covers = !covered.isEmpty();
        return new CaptureScore.JudgedClaim(claim.severity(), covered, isFalse,
                new CaptureScore.Judged(sure.kind(),
                        covers && covered.stream().noneMatch(attack -> ofKind(claim.parts(), attack).isEmpty())),
                new CaptureScore.Judged(sure.actor(),
                        covers && covered.stream()
                                .allMatch(attack -> namesActors(claim, covered, attacks.get(attack)))),
                sure.outcome().isEmpty() || claim.outcome() == Outcome.NOT_DETERMINED ? Optional.empty()
                        : Optional
                                .of(new CaptureScore.Judged(sure.outcome().getAsDouble(), hasOutcome(claim, covered))));
    }

    /// Whether the attacks of the gravest kind of a claim got as far as it states; all where the
    /// ground truth calls that kind otherwise, such as a guessed password an account taken over.
    private boolean hasOutcome(Claim claim, Set<Integer> covered) {
        List<AttackFacts> its = covered.stream().map(attacks::get).toList();
        List<AttackFacts> ofKind = its.stream().filter(attack -> claim.kinds().contains(kind(attack))).toList();
        return (ofKind.isEmpty() ? its : ofKind).stream()
                .map(CaptureJudge::outcome)
                .max(Comparator.naturalOrder())
                .filter(claim.outcome()::equals)
                .isPresent();
    }

    /// The parts of the right kind that are about an attack.
    private List<Claim.Part> ofKind(List<Claim.Part> parts, int attack) {
        IncidentKind kind = kind(attacks.get(attack));
        return parts.stream().filter(part -> part.kinds().contains(kind) && isOf(part, attack)).toList();
    }

    /// Whether the parts of an attack state an outcome.
    private static boolean hasOutcome(List<Claim.Part> ofKind, Outcome wanted) {
        return ofKind.stream()
                .map(Claim.Part::outcome)
                .max(Comparator.naturalOrder())
                .filter(wanted::equals)
                .isPresent();
    }

    private AttackScore score(int attack, List<Claim> claims, List<Set<Integer>> covered) {
        AttackFacts truth = attacks.get(attack);
        IncidentKind kind = kind(truth);
        List<Integer> its =
                IntStream.range(0, claims.size()).filter(i -> covered.get(i).contains(attack)).boxed().toList();
        List<Claim.Part> parts =
                its.stream().flatMap(i -> claims.get(i).parts().stream()).filter(part -> isOf(part, attack)).toList();
        List<Claim.Part> ofKind = ofKind(parts, attack);
        Severity severity =
                its.stream().map(i -> claims.get(i).severity()).max(Comparator.naturalOrder()).orElse(Severity.INFO);
        Outcome outcome = outcome(truth);
        Severity least = kind.severity(outcome, false);
        // who made it knows that nothing came of it; the capture need not show that
        boolean isUndecided = outcome == Outcome.ATTEMPTED && hasOutcome(ofKind, Outcome.NOT_DETERMINED);
        return new AttackScore(file, truth, kind, its.size(), its.isEmpty() ? "" : claims.get(its.getFirst()).title(),
                !ofKind.isEmpty(),
                !its.isEmpty() && its.stream().allMatch(i -> namesActors(claims.get(i), covered.get(i), truth)),
                its.stream().anyMatch(i -> namesVictim(claims.get(i), truth)),
                isUndecided || hasOutcome(ofKind, outcome), isUndecided,
                !its.isEmpty() && severity.compareTo(least) >= 0, severity, delay(parts, truth));
    }

    /// Whether a part of a claim is about an attack.
    private boolean isOf(Claim.Part part, int attack) {
        return IntStream.of(part.evidence().dialogs(index)).anyMatch(dialogs.get(attack)::get);
    }

    /// Whether a claim accuses the right hosts.
    private boolean namesActors(Claim claim, Set<Integer> covered, AttackFacts truth) {
        Set<String> guilty = new HashSet<>();
        covered.forEach(attack -> guilty.addAll(attacks.get(attack).actors()));
        if (!guilty.containsAll(claim.actors())) {
            return false;
        }
        if (truth.attack().forged()) {
            return true; // none of the forged addresses is guilty
        }
        long named = truth.actors().stream().filter(claim.actors()::contains).count();
        return 2 * named >= Math.min(truth.actors().size(), MOST_NAMED);
    }

    private static boolean namesVictim(Claim claim, AttackFacts truth) {
        return claim.victims().stream().anyMatch(Set.copyOf(truth.victims())::contains);
    }

    private static OptionalDouble delay(List<Claim.Part> parts, AttackFacts truth) {
        return parts.stream()
                .mapToLong(Claim.Part::fromNanos)
                .mapToDouble(from -> (from - truth.requestFromNanos()) / NANOS_PER_SECOND)
                .min();
    }

    private static IncidentKind kind(AttackFacts truth) {
        AttackKind kind = truth.attack().kind().orElseThrow();
        return IncidentKind.valueOf(kind.name());
    }

    private static Outcome outcome(AttackFacts truth) {
        AttackOutcome outcome = truth.outcome().orElse(AttackOutcome.ATTEMPTED);
        return switch (outcome) {
            case ATTEMPTED -> Outcome.ATTEMPTED;
            case PARTIAL -> Outcome.PARTIAL;
            case SUCCEEDED -> Outcome.SUCCEEDED;
        };
    }
}
