package org.sipsleuth.evaluate.social;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;

/// Which group each user of a society belongs to. Active is who makes or receives a call on a
/// quarter of the days (paper 5, §5: 45 of 184). Immutable.
final class UserGroups {

    private static final double ACTIVE = 0.25;

    private final UserGroup[] groups;

    private UserGroups(UserGroup[] groups) {
        this.groups = groups;
    }

    /// Those of a period.
    ///
    /// @param whole one period
    static UserGroups of(Society society, Periods whole, RunMonitor monitor) {
        int users = society.records().users().size();
        boolean[] isActive = new boolean[users];
        FeatureTable.of(society.records(), society.calls(), IntStream.range(0, users).boxed().toList(), whole, monitor)
                .rows()
                .forEach(row -> isActive[row.user()] = row.of(Feature.ACTIVE_DAYS) >= ACTIVE);
        UserGroup[] groups = new UserGroup[users];
        Arrays.setAll(groups, user -> group(society.isInternal(user), isActive[user]));
        return new UserGroups(groups);
    }

    private static UserGroup group(boolean isInternal, boolean isActive) {
        if (isInternal) {
            return isActive ? UserGroup.INTERNAL_ACTIVE : UserGroup.INTERNAL_INACTIVE;
        }
        return isActive ? UserGroup.EXTERNAL_ACTIVE : UserGroup.EXTERNAL_INACTIVE;
    }

    /// The group of a user.
    UserGroup of(int user) {
        return groups[user];
    }

    /// The users of a group, in order.
    List<Integer> users(UserGroup group) {
        return IntStream.range(0, groups.length).filter(user -> groups[user] == group).boxed().toList();
    }
}
