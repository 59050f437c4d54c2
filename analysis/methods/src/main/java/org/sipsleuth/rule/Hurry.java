package org.sipsleuth.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.rule.Logins.Login;

/// Whether several attempts for one account are refused within a second, of a host that had not
/// registered it: a phone answers an old nonce once.
final class Hurry {

    private static final int SEVERAL = 3;
    private static final long WITHIN_NANOS = 1_000_000_000L;

    private final HostRoles roles;
    private final Map<Long, long[]> latest = new HashMap<>();

    Hurry(HostRoles roles) {
        this.roles = roles;
    }

    /// Whether any of some refused attempts is the last of several within a second.
    ///
    /// @param refused in the order of time
    static boolean isIn(List<Login> refused, HostRoles roles) {
        Hurry hurry = new Hurry(roles);
        return refused.stream().anyMatch(each -> {
            hurry.refused(each);
            return hurry.isSeen(each);
        });
    }

    /// Notes a refused attempt; in the order of time.
    void refused(Login login) {
        long[] times = latest.computeIfAbsent(key(login), _ -> new long[SEVERAL]);
        System.arraycopy(times, 1, times, 0, SEVERAL - 1);
        times[SEVERAL - 1] = login.atNanos();
    }

    /// Whether the latest refused attempt of a host for an account was the last of several.
    boolean isSeen(Login login) {
        long[] times = latest.get(key(login));
        long registered = roles.registeredAtNanos(login.account(), login.host());
        return times != null && times[0] != 0 && times[SEVERAL - 1] - times[0] <= WITHIN_NANOS
                && (registered == 0 || registered > times[0]);
    }

    private static long key(Login login) {
        return (long) login.host() << Integer.SIZE | login.account();
    }
}
