package org.sipsleuth.rule;

import java.util.List;
import java.util.Set;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.setting.Setting;

/// Recognises one kind of attack. Has no state: the same traffic gives the same findings, in the
/// same order.
interface SessionRule {

    /// Its name in reports of faults: `HostScan`.
    default String name() {
        return getClass().getSimpleName();
    }

    /// What its findings can be.
    Set<IncidentKind> kinds();

    /// Its thresholds, as settings of the method; their names begin with what it recognises:
    /// `scan-hosts`.
    List<Setting> settings();

    /// Looks at what earlier rules have left, and marks what it explains.
    ///
    /// @throws java.util.concurrent.CancellationException if the run was cancelled
    List<Finding> apply(Traffic traffic);
}
