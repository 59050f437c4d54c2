package org.sipsleuth.rule;

import org.sipsleuth.finding.Detector;

/// Lets a session rule fail at once, for tests.
public final class FaultyRules {

    private FaultyRules() {}

    /// The session rules, one of which fails.
    ///
    /// @param rules the detector of the session rules
    /// @param name of the rule that fails
    public static Detector of(Detector rules, String name) {
        return ((RuleDetector) rules).with(RuleDetector.RULES.stream()
                .map(each -> each.name().equals(name) ? new FaultyRule(each, _ -> true) : each)
                .toList());
    }
}
