package org.sipsleuth.truth;

import java.time.LocalDate;
import java.util.Optional;

/// What ground truth states about a user. What it does not know is empty.
///
/// @param trafficClass what its traffic is; that of an account which is misused or called by spam
///     callers is that of the attack
/// @param attack the attack that it makes, or whose victim it is
/// @param department the group that it belongs to, or empty
/// @param role what it does with its telephone, in a few words, or empty
/// @param joined the first day (UTC) on which it can call or be called, of those who are not there
///     from the beginning
/// @param change what becomes different for a user who stays
/// @param misuse when it is misused, called by spam callers, or calls as one
public record UserFacts(TrafficClass trafficClass, Optional<Attack> attack, String department, String role,
        Optional<LocalDate> joined, Optional<UserChange> change, Optional<MisuseDays> misuse) {

    /// A user of whom only the class is known.
    public static UserFacts of(TrafficClass trafficClass) {
        return new UserFacts(trafficClass, Optional.empty(), "", "", Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /// The same in a department and a role.
    public UserFacts in(String itsDepartment, String itsRole) {
        return new UserFacts(trafficClass, attack, itsDepartment, itsRole, joined, change, misuse);
    }

    /// The same who is not there before a day.
    public UserFacts joining(LocalDate day) {
        return new UserFacts(trafficClass, attack, department, role, Optional.of(day), change, misuse);
    }

    /// The same with a change.
    public UserFacts changing(UserChange itsChange) {
        return new UserFacts(trafficClass, attack, department, role, joined, Optional.of(itsChange), misuse);
    }

    /// The same as part of an attack, which gives it its class.
    public UserFacts misusedBy(Attack itsAttack, MisuseDays days) {
        return new UserFacts(itsAttack.trafficClass(), Optional.of(itsAttack), department, role, joined, change,
                Optional.of(days));
    }
}
