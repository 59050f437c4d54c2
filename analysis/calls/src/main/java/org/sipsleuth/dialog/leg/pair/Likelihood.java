package org.sipsleuth.dialog.leg.pair;

/// How much likelier something is of two legs of one call than of two calls, as natural logarithms
/// of ratios. The figures were fitted on simulated handovers (docs/LEGS.md).
public final class Likelihood {

    /// A B2BUA hands on at once, after it has asked somebody, or when it has tried others.
    private static final double AT_ONCE_SECONDS = 0.04;

    private static final double AT_ONCE = 0.8;
    private static final double SOON_SECONDS = 0.5;
    private static final double SOON = 0.16;
    private static final double LATE_SECONDS = 35;
    private static final double LATE = 1 - AT_ONCE - SOON;

    private Likelihood() {}

    /// The density (per second) with which a message follows from another after so long.
    ///
    /// @param seconds not negative
    public static double following(double seconds) {
        double late = seconds <= LATE_SECONDS ? LATE / LATE_SECONDS : 0;
        return AT_ONCE / AT_ONCE_SECONDS * Math.exp(-seconds / AT_ONCE_SECONDS)
                + SOON / SOON_SECONDS * Math.exp(-seconds / SOON_SECONDS) + late;
    }

    /// The weight of a time between two events.
    ///
    /// @param byChance how often (per second) it happens so by chance
    public static double ofDelay(double seconds, double byChance, double least, double most) {
        return Math.clamp(Math.log(following(seconds) / byChance + 1e-9), least, most);
    }

    /// The weight of a shared value.
    ///
    /// @param chance how likely that is by chance
    public static double ofSharing(double chance, double most) {
        return Math.clamp(-Math.log(chance), 0, most);
    }
}
