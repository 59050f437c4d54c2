package org.sipsleuth.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.Scene;
import org.sipsleuth.transaction.TransactionTable;

/// What rules find in a scene, for tests.
final class Found {

    private Found() {}

    /// The findings of a rule alone, with its usual thresholds.
    static List<Finding> by(SessionRule rule, Scene scene) {
        return rule.apply(traffic(scene.index()));
    }

    /// A capture of which no rule has explained anything.
    static CaptureTraffic traffic(SipIndex index) {
        RuleMethod method = new RuleMethod();
        try {
            return new CaptureTraffic(HostRoles.of(TransactionTable.of(index, RunMonitor.NONE)),
                    Settings.of(method.settings(), Map.of()), new Origin(RuleMethod.NAME, method.shipped().identity()),
                    RunMonitor.NONE);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The only finding of a rule.
    static Finding only(SessionRule rule, Scene scene) {
        List<Finding> findings = by(rule, scene);
        if (findings.size() != 1) {
            throw new AssertionError(findings.stream().map(Found::sentence).toList().toString());
        }
        return findings.getFirst();
    }

    /// What a finding states.
    static Observation observation(Finding finding) {
        return finding.observation().orElseThrow();
    }

    /// What was done, as the end of a sentence.
    static String sentence(Finding finding) {
        return observation(finding).predicate()
                .stream()
                .map(clause -> clause.words().text())
                .collect(Collectors.joining());
    }
}
