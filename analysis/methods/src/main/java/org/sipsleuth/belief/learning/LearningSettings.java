package org.sipsleuth.belief.learning;

import org.sipsleuth.belief.network.CountRule;

/// How tables are learned.
///
/// @param smoothing what is added to the count of each state, the parameter of Dirichlet's
///     distribution: what was never observed stays possible
/// @param rule how the counts of distributions become messages
/// @param normalPrior how much normal traffic is believed before anything was observed; the attacks
///     share the rest
public record LearningSettings(double smoothing, CountRule rule, double normalPrior) {

    /// The usual ones.
    public static final LearningSettings STANDARD =
            new LearningSettings(0.5, CountRule.LINEAR, 0.8);

    private static final double MOST = 1e6;

    /// @throws IllegalArgumentException if a number is out of its range
    public LearningSettings {
        if (!(smoothing > 0 && smoothing <= MOST)) {
            throw new IllegalArgumentException("smoothing is above 0, not " + smoothing);
        }
        if (!(normalPrior > 0 && normalPrior < 1)) {
            throw new IllegalArgumentException("a prior is above 0 and below 1");
        }
    }
}
