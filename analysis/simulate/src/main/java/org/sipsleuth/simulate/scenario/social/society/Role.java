package org.sipsleuth.simulate.scenario.social.society;

import java.util.Locale;
import org.sipsleuth.simulate.clock.SeededRandom;

/// What members do with their telephone: the three patterns of paper 5, Table 3, by how many calls
/// an active member has in half a year.
public enum Role {
    /// 619 members, who make 1.5 % of the calls of active members and receive 45 %.
    RECEIVER(0.348, 23, 340),
    /// 674 members, who make 50 % and receive 12 %.
    CALLER(0.379, 701, 83),
    /// 487 members, who make 48.5 % and receive 39 %.
    BOTH(0.273, 941, 375);

    /// The mean of all active members: 63 % of 1,500,000 calls by 1,780 (Table 1).
    private static final double MEAN_DIALLED = 531;

    private static final double MEAN_RECEIVED = 253;

    private final double share;
    private final double dialled;
    private final double received;

    Role(double share, double dialled, double received) {
        this.share = share;
        this.dialled = dialled;
        this.received = received;
    }

    /// The role of a member.
    static Role drawn(SeededRandom draws) {
        return values()[draws.weighted(RECEIVER.share, CALLER.share, BOTH.share)];
    }

    /// The role of a member who makes calls.
    static Role drawnCaller(SeededRandom draws) {
        return draws.chance(CALLER.share / (CALLER.share + BOTH.share)) ? CALLER : BOTH;
    }

    /// How many times as many calls it makes as the mean of all roles. Inactive members differ
    /// less.
    double dials(boolean active) {
        return active ? dialled / MEAN_DIALLED : this == RECEIVER ? 0.5 : 1.27;
    }

    /// How many times as many calls it receives as the mean of all roles.
    double receives(boolean active) {
        return active ? received / MEAN_RECEIVED : this == RECEIVER ? 1.3 : 0.84;
    }

    /// As in ground truth: `caller`.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
