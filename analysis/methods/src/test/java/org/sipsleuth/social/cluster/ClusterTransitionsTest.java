package org.sipsleuth.social.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.social.cluster.ClusterTransitions.Membership;

final class ClusterTransitionsTest {

    /// User 7 stays, 8 moves and returns, 9 appears in the second period, 10 is away in it.
    private static final List<Membership> MEMBERSHIPS = List.of(new Membership(7, 0, 1), new Membership(7, 1, 1),
            new Membership(7, 2, 1), new Membership(8, 0, 0), new Membership(8, 1, 2), new Membership(8, 2, 0),
            new Membership(9, 1, 0), new Membership(9, 2, 2), new Membership(10, 0, 2), new Membership(10, 2, 2));

    @Test
    void movesAreCountedBetweenOnePeriodAndTheNext() {
        ClusterTransitions transitions = ClusterTransitions.of(MEMBERSHIPS, 3, 3);
        assertEquals(3, transitions.clusters());
        assertEquals(2, transitions.moves(1, 1));
        assertEquals(2, transitions.moves(0, 2));
        assertEquals(1, transitions.moves(2, 0));
        assertEquals(0, transitions.moves(2, 2));
        assertEquals(2 / 5.0, transitions.stayed());
    }

    @Test
    void whoWasNotSeenBeforeJoinsAndWhoIsNotSeenAfterLeaves() {
        ClusterTransitions transitions = ClusterTransitions.of(MEMBERSHIPS, 3, 3);
        assertEquals(1, transitions.joined(0));
        assertEquals(0, transitions.joined(1));
        assertEquals(1, transitions.joined(2));
        assertEquals(0, transitions.left(0));
        assertEquals(1, transitions.left(2));
        assertEquals(2, ClusterTransitions.of(MEMBERSHIPS, 3, 4).left(2) - transitions.left(2));
    }

    @Test
    void theOrderOfMembershipsMakesNoDifference() {
        ClusterTransitions one = ClusterTransitions.of(MEMBERSHIPS, 3, 3);
        ClusterTransitions other = ClusterTransitions.of(MEMBERSHIPS.reversed(), 3, 3);
        for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 3; to++) {
                assertEquals(one.moves(from, to), other.moves(from, to));
            }
        }
    }

    @Test
    void aUserIsInOneClusterInAPeriod() {
        List<Membership> twice = List.of(new Membership(1, 0, 0), new Membership(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> ClusterTransitions.of(twice, 2, 1));
        assertTrue(Double.isNaN(ClusterTransitions.of(List.of(), 2, 1).stayed()));
    }
}
