package org.sipsleuth.rule;

import java.util.List;
import org.sipsleuth.finding.Contained;
import org.sipsleuth.finding.Finding;

/// Runs a rule all or nothing: one that fails has explained nothing, so that the rules after it
/// answer as if it did not exist.
final class RuleRun {

    private RuleRun() {}

    /// Runs a rule over what earlier rules have left.
    ///
    /// @throws java.util.concurrent.CancellationException if the run was cancelled
    static Contained<List<Finding>> of(SessionRule rule, CaptureTraffic traffic) {
        traffic.beginRule();
        Contained<List<Finding>> run =
                Contained.of(RuleMethod.NAME + "/" + rule.name(), rule.kinds(), () -> List.copyOf(rule.apply(traffic)));
        if (run.fault().isPresent()) {
            traffic.undoRule();
        }
        return run;
    }
}
