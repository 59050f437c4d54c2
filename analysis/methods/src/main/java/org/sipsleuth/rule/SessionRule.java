package org.sipsleuth.rule;

import java.util.List;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.setting.Setting;

/// Recognises one kind of attack. Has no state: the same traffic gives the same findings, in the
/// same order.
interface SessionRule {

    /// Its thresholds, as settings of the method; their names begin with what it recognises:
    /// `scan-hosts`.
    List<Setting> settings();

    /// Looks at what earlier rules have left, and marks what it explains.
    ///
    /// @throws java.util.concurrent.CancellationException if the run was cancelled
    List<Finding> apply(Traffic traffic);
}
