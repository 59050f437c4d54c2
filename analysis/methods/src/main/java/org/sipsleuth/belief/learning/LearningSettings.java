package org.sipsleuth.belief.learning;

import org.sipsleuth.belief.network.CountRule;

/// How tables are learned.
///
/// @param smoothing what is added to the count of each state, the parameter of Dirichlet's
///     distribution: what was never observed stays possible
/// @param rule how the counts of distributions become messages
/// @param normalPrior how much normal traffic is believed before anything was observed; the attacks
///     share the rest
/// @param shippedWeight as how many periods the shipped row of normal traffic counts beside those
///     of a baseline without attacks (Dirichlet's prior): a small baseline hardly changes it, a
///     large one replaces it
/// @param isConditional whether rows are fitted so that the right classes are believed most,
///     instead of counted
/// @param fitWeight as how many periods of its class a counted row counts where rows are fitted
///     (Dirichlet's prior): the more, the less a row moves
/// @param mostPeriods how many periods of a class are learned from one capture at most, evenly
///     spread over it; 0 for all of them
public record LearningSettings(double smoothing, CountRule rule, double normalPrior, double shippedWeight,
        boolean isConditional, double fitWeight, int mostPeriods) {

    /// The usual ones.
    public static final LearningSettings STANDARD = new LearningSettings(0.5, CountRule.LINEAR, 0.8, 300, true, 20, 0);

    private static final double MOST = 1e6;

    /// @throws IllegalArgumentException if a number is out of its range
    public LearningSettings {
        if (!(smoothing > 0 && smoothing <= MOST)) {
            throw new IllegalArgumentException("smoothing is above 0, not " + smoothing);
        }
        if (!(normalPrior > 0 && normalPrior < 1)) {
            throw new IllegalArgumentException("a prior is above 0 and below 1");
        }
        if (!(shippedWeight >= 0 && shippedWeight <= MOST)) {
            throw new IllegalArgumentException("a weight is 0 to 1000000");
        }
        if (!(fitWeight > 0 && fitWeight <= MOST)) {
            throw new IllegalArgumentException("a weight of counted rows is above 0 to 1000000");
        }
        if (!(mostPeriods >= 0 && mostPeriods <= MOST)) {
            throw new IllegalArgumentException("a number of periods is 0 to 1000000");
        }
    }
}
