package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.note;
import static org.sipsleuth.sentence.Sentence.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.RoleCorrection;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// Lowers findings about hosts that the user allows to info, with the reason: they stay listed.
final class AllowedHosts {

    private final HostRoles roles;

    AllowedHosts(HostRoles roles) {
        this.roles = roles;
    }

    /// The finding as it is, or as info if everybody who did it is allowed.
    Finding apply(Finding finding) {
        List<Sentence> reasons = new ArrayList<>();
        Optional<Observation> observation = finding.observation();
        if (observation.isEmpty() || !areAllowed(observation.get(), reasons)) {
            return finding;
        }
        Sentence reason = joined(SPACE, reasons);
        Statement its = finding.statement();
        return new Finding(finding.id(), finding.origin(), Severity.INFO,
                new Statement(its.kind(), its.title(), row(its.explanation(), SPACE, reason), its.outcome(),
                        its.advice()),
                finding.grounds(), finding.evidence(), finding.subject(), finding.rationale(),
                observation.map(each -> with(each, reasons)));
    }

    /// Whether all actors are allowed; forged addresses allow nothing.
    private boolean areAllowed(Observation observation, List<Sentence> reasons) {
        List<String> actors = observation.actors().addresses();
        if (actors.isEmpty() || actors.size() < observation.actors().sources() || observation.actors().areForged()) {
            return false;
        }
        for (String actor : actors) {
            int host = roles.table().findHost(actor);
            if (host < 0 || !roles.isAllowed(host)) {
                return false;
            }
            String why = roles.correction(host).map(RoleCorrection::reason).orElse("");
            reasons.add(why.isEmpty() ? Observed.TEXTS.sentence("allowed", host(actor))
                    : Observed.TEXTS.sentence("allowed.reason", host(actor), note(why)));
        }
        return true;
    }

    private static Observation with(Observation its, List<Sentence> reasons) {
        List<Sentence> alternatives = new ArrayList<>(reasons);
        alternatives.addAll(its.alternatives());
        return new Observation(its.kind(), its.actors(), its.victims(), its.reached(), its.accounts(), its.callers(),
                true, its.confidence(), its.fromNanos(), its.toNanos(), its.predicate(), its.did(), its.result(),
                its.keys(), its.notDetermined(), alternatives, its.hints(), its.isHarmless());
    }
}
