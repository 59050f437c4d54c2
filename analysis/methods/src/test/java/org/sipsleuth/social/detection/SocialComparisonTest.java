package org.sipsleuth.social.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.rarity.PValue;
import org.sipsleuth.social.flag.FalseFlags;

final class SocialComparisonTest {

    private static final double SHARE = 0.05;

    @Test
    void theNearestMissesAreTheGroupWithTheLeastShareOfFalseFlags() {
        SocialComparison all = compared(0.1, 0.101, 0.102, 0.5, 0.9);
        assertEquals(0, all.flags().flagged());
        assertEquals(List.of("user0", "user1", "user2"), names(all, 10));
        assertEquals(List.of("user0", "user1"), names(all, 2));
    }

    @Test
    void whoIsFlaggedIsNoMiss() {
        SocialComparison all = compared(0.001, 0.03, 0.9, 0.95, 1);
        assertEquals(1, all.flags().flagged());
        assertEquals(List.of("user1"), names(all, 10));
        assertEquals(List.of(), names(compared(0.001), 10));
    }

    private static List<String> names(SocialComparison all, int most) {
        return all.nearestMisses(most).stream().map(SocialComparison.User::name).toList();
    }

    private static SocialComparison compared(double... pValues) {
        List<SocialComparison.User> users = new ArrayList<>();
        for (double p : pValues) {
            users.add(new SocialComparison.User("user" + users.size(), 1, 1, new PValue(0, 100, p), 0, 0, List.of()));
        }
        return new SocialComparison(users, FalseFlags.of(pValues, SHARE), SHARE);
    }
}
