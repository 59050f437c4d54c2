package org.sipsleuth.rule;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.role.HostRoles;

/// What the session rules found, with the roles of the hosts. Immutable.
///
/// @param roles what the hosts are
/// @param origin who looked
/// @param findings the most severe first, then in the order of the rules
public record RuleDetection(HostRoles roles, Origin origin, List<Finding> findings)
        implements Detection {

    /// Takes a copy.
    public RuleDetection {
        findings = List.copyOf(findings);
    }

    @Override
    public SipIndex index() {
        return roles.table().index();
    }

    @Override
    public List<String> notJudged() {
        return List.of();
    }

    @Override
    public Optional<HostRoles> hostRoles() {
        return Optional.of(roles);
    }
}
