package org.sipsleuth.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// How sure an incident is of its actors and its outcome. Neither is surer than that it happened at
/// all, nor than such statements proved to be on recordings of development (docs/EVALUATE-INCIDENTS).
final class Certainty {

    private static final MethodTexts TEXTS = IncidentText.TEXTS;

    /// What may send for others sends also what an unseen host made.
    static final Set<ActorRole> CARRIERS =
            EnumSet.of(ActorRole.SHARED, ActorRole.TRUNK, ActorRole.SERVER, ActorRole.MONITORING);

    /// Of an actor that took part: it acknowledged or answered what was sent to its address.
    private static final double MET = 0.99;

    /// Of an actor of which only requests were seen: another may have written its address.
    private static final double UNMET = 0.95;

    /// Of an address that users share, or that sends what others made.
    private static final double CARRIER = 0.6;

    /// That nobody is named, since the addresses are forged or too many.
    private static final double NOBODY = 0.95;

    /// Of what is seen itself: calls that were answered, a password that was accepted.
    private static final double SEEN = 0.97;

    /// Of an effect in part, where more may be beyond the capture.
    private static final double IN_PART = 0.9;

    /// Of what was not seen, where it would have been seen.
    private static final double NOT_SEEN = 0.9;

    private final SipIndex index;
    private final Optional<HostRoles> roles;

    /// @param roles with the requests of the capture, where they were estimated
    Certainty(SipIndex index, Optional<HostRoles> roles) {
        this.index = index;
        this.roles = roles.filter(its -> its.table().index() == index); // others say nothing of it
    }

    /// The confidence of an incident.
    ///
    /// @param kind that it happened, and is of its kind
    /// @param actors the roles of its actors; none where nobody is named
    Confidence of(Explanation kind, Outcome outcome, Collection<ActorRole> actors, boolean haveTakenPart) {
        Input sure = Input.of("k", TEXTS.sentence("explain.k"), kind.value());
        Explanation actor = atMost("explain.actor", sure, actor(actors, haveTakenPart));
        List<Explanation> all = new ArrayList<>(List.of(kind, actor));
        OptionalDouble reached = OptionalDouble.empty();
        if (outcome != Outcome.NOT_DETERMINED) {
            all.add(atMost("explain.outcome", sure, outcome(outcome)));
            reached = OptionalDouble.of(all.getLast().value());
        }
        return new Confidence(kind.value(), actor.value(), reached, all);
    }

    /// That at least one of them is right, taken as independent. Those that are minor have the same
    /// harmless explanation, so that only the surest of them counts.
    static Explanation kind(List<Observation> observations) {
        List<Double> sure = new ArrayList<>(
                observations.stream().filter(each -> !each.isMinor()).map(Observation::confidence).toList());
        observations.stream()
                .filter(Observation::isMinor)
                .map(Observation::confidence)
                .max(Comparator.naturalOrder())
                .ifPresent(sure::add);
        return Explanation.of(TEXTS.sentence("explain.kind"), "min(0.99, round(1 − Π(1 − c), 3))",
                List.of(Input.of("c", TEXTS.sentence("explain.c"), sure)), TEXTS.sentence("explain.kind.direction"),
                Explanation.page("INCIDENTS", "What an incident states"));
    }

    private static Explanation atMost(String key, Input kind, Input most) {
        return Explanation.of(TEXTS.sentence(key), "min(k, " + most.symbol() + ")", List.of(kind, most),
                TEXTS.sentence("explain.direction"), Explanation.page("EVALUATE-INCIDENTS", "Stated confidence"));
    }

    private static Input actor(Collection<ActorRole> actors, boolean haveTakenPart) {
        if (actors.isEmpty()) {
            return Input.of("a", TEXTS.sentence("explain.nobody"), NOBODY);
        }
        if (actors.stream().anyMatch(CARRIERS::contains)) {
            return Input.of("a", TEXTS.sentence("explain.carrier"), CARRIER);
        }
        return haveTakenPart ? Input.of("a", TEXTS.sentence("explain.met"), MET)
                : Input.of("a", TEXTS.sentence("explain.unmet"), UNMET);
    }

    private static Input outcome(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> Input.of("o", TEXTS.sentence("explain.succeeded"), SEEN);
            case PARTIAL -> Input.of("o", TEXTS.sentence("explain.partial"), IN_PART);
            case ATTEMPTED -> Input.of("o", TEXTS.sentence("explain.attempted"), NOT_SEEN);
            case NOT_DETERMINED -> Input.of("o", TEXTS.sentence("explain.undetermined"), 0);
        };
    }

    /// Whether each host acknowledged an answer, used what a challenge told it, or did not use UDP:
    /// then it got what was sent to its address.
    boolean haveTakenPart(List<String> hosts, Evidence evidence) {
        if (roles.isEmpty()) {
            return false;
        }
        TransactionTable table = roles.get().table();
        Set<Integer> seen = new HashSet<>();
        for (int message : evidence.messages(index)) {
            int its = table.transactionOf(message);
            if (its >= 0) {
                HopTransaction each = table.all().get(its);
                if (each.hasCredentials() || each.isAcknowledged()
                        || index.messages().transport(message) != Transport.UDP) {
                    seen.add(each.source());
                }
            }
        }
        return hosts.stream().mapToInt(table::findHost).allMatch(seen::contains);
    }
}
