package org.sipsleuth.belief;

/// What findings are compared with.
///
/// @param attackBelief a period is reported if P(attack) exceeds this
/// @param leastMessages with fewer messages nothing can be said: what is found then is not grounded
/// @param noveltyShare the share of normal periods that are as unlike other normal ones as a period
///     that is reported as unlike normal
public record BeliefThresholds(double attackBelief, int leastMessages, double noveltyShare) {

    /// The usual ones. Networks differ more than captures of training do: with a share of 0.6 % at
    /// most 1 % of the normal periods of other networks are reported (docs/METHOD-BELIEF.md).
    public static final BeliefThresholds STANDARD = new BeliefThresholds(0.95, 10, 0.006);

    private static final int MOST_MESSAGES = 1_000_000;
    private static final double MOST_SHARE = 0.5;

    /// @throws IllegalArgumentException if a number is out of its range
    public BeliefThresholds {
        if (!(attackBelief >= 0 && attackBelief < 1)) {
            throw new IllegalArgumentException("a threshold of beliefs is from 0 to below 1, not " + attackBelief);
        }
        if (leastMessages < 1 || leastMessages > MOST_MESSAGES) {
            throw new IllegalArgumentException("the least messages are 1 to 1000000");
        }
        if (!(noveltyShare > 0 && noveltyShare <= MOST_SHARE)) {
            throw new IllegalArgumentException("a share of normal periods is above 0 to 0.5, not " + noveltyShare);
        }
    }
}
