package org.sipsleuth.simulate.scenario.social.society;

import java.util.List;
import java.util.Locale;

/// A legitimate change of a member's habits, which detection must not take for misuse.
///
/// @param day the first day of the new habits
public record Change(int day, Kind kind, Habits habits) {

    /// What changes.
    public enum Kind {
        /// An inactive member becomes active: most false alarms of the paper (§6.4).
        MORE_CALLS,
        /// An active member becomes inactive.
        FEWER_CALLS,
        /// An active member has another role.
        ROLE,
        /// An active member calls other colleagues.
        DEPARTMENT;

        /// Half of all changes are of the kind that the paper reports.
        static final List<Kind> IN_TURN =
                List.of(MORE_CALLS, ROLE, MORE_CALLS, DEPARTMENT, MORE_CALLS, FEWER_CALLS);

        /// As in ground truth: `more_calls`.
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether members who are active have it.
        boolean concernsActive() {
            return this != MORE_CALLS;
        }
    }
}
