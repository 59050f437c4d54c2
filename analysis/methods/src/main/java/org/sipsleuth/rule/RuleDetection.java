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
/// @param faults the rules that failed, in their order
public record RuleDetection(HostRoles roles, Origin origin, List<Finding> findings, List<Fault> faults)
        implements Detection {

    /// Takes copies.
    public RuleDetection {
        findings = List.copyOf(findings);
        faults = List.copyOf(faults);
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
