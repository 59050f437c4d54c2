package org.sipsleuth.rule;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.role.HostRoles;

/// What the session rules found, with the roles of the hosts. Immutable.
///
/// @param roles what the hosts are
/// @param origin who looked
/// @param findings the most severe first, then in the order of the rules
/// @param answers what the rules answered, where they were asked; kept for those who ask the same
public record RuleDetection(HostRoles roles, Origin origin, List<Finding> findings, Optional<RuleAnswers> answers)
        implements Detection {

    /// Takes a copy.
    public RuleDetection {
        findings = List.copyOf(findings);
    }

    /// The rules that failed, in their order.
    @Override
    public List<Fault> faults() {
        return answers.map(RuleAnswers::faults).orElse(List.of());
    }

    @Override
    public SipIndex index() {
        return roles.table().index();
    }

    @Override
    public List<Unjudged> notJudged() {
        return List.of();
    }

    @Override
    public Optional<HostRoles> hostRoles() {
        return Optional.of(roles);
    }
}
