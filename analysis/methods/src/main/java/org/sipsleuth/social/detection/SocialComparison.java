package org.sipsleuth.social.detection;

import java.util.List;
import org.sipsleuth.rarity.PValue;
import org.sipsleuth.social.flag.FalseFlags;
import org.sipsleuth.social.flag.FlagReason;

/// How unlike usual users each user of call records is, the most anomalous first.
///
/// @param users all who are judged
/// @param flags how many of them are flagged, the first, of how many judged
/// @param share of the flags that may be false on average, above 0, to 1
public record SocialComparison(List<User> users, FalseFlags flags, double share) {

    /// Takes a copy.
    public SocialComparison {
        users = List.copyOf(users);
    }

    /// One user.
    ///
    /// @param name may hold words from the capture
    /// @param made calls made on a day with calls, in the period that is most unlike others
    /// @param received calls received on such a day
    /// @param p the share of usual users who are as unlike others; low is anomalous
    /// @param border the distance to the border of the one-class SVM in the same period; below
    ///     [#threshold] is anomalous
    /// @param threshold of it
    /// @param reasons the features that stand out most, the farthest first
    public record User(String name, double made, double received, PValue p, double border, double threshold,
            List<FlagReason> reasons) {

        /// Takes a copy.
        public User {
            reasons = List.copyOf(reasons);
        }

        /// Whether the one-class SVM alone would flag it.
        public boolean isOutsideBorder() {
            return border < threshold;
        }
    }

    /// How many of the first so many users would be so unlike others by chance, if all who are
    /// judged were usual: the number judged times the p-value of the last of them.
    ///
    /// @param count 1 or more, at most all
    public double expectedByChance(int count) {
        return flags.judged() * users.get(count - 1).p().value();
    }

    /// The first so many users for whom the share of false flags would be least.
    ///
    /// @return 0 if there are none
    public int nearestMiss() {
        return nearestAfter(0);
    }

    private int nearestAfter(int first) {
        int best = first;
        double least = Double.POSITIVE_INFINITY;
        for (int count = first + 1; count <= users.size(); count++) {
            double share = expectedByChance(count) / count;
            if (share < least) {
                least = share;
                best = count;
            }
        }
        return best;
    }

    /// Those who are not flagged, but would be next: the group with the least share of false flags
    /// that is flagged with those who are; the most anomalous first.
    ///
    /// @param most of them, 1 or more
    public List<User> nearestMisses(int most) {
        int to = nearestAfter(flags.flagged());
        return users.subList(flags.flagged(), Math.min(to, flags.flagged() + most));
    }

    /// The highest p-value with which so many users can be flagged (Benjamini and Hochberg).
    ///
    /// @param count 0 or more
    public double mostP(int count) {
        return Math.min(1, share * count / Math.max(1, flags.judged()));
    }

    /// Whether a user is flagged.
    public boolean isFlagged(User user) {
        return flags.flagged() > 0 && user.p().value() <= flags.limit();
    }
}
