package org.sipsleuth.rule;

import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.rule.Logins.Login;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.HopTransaction;

/// A host whose credentials were refused: how often, for which accounts, at what pace.
final class Guesser {

    static final double SECOND = 1e9;

    /// Intervals that vary less than this, relative to their mean, are a program's.
    private static final double REGULAR = 0.25;

    /// A phone that answers every challenge again does so within this time.
    static final double BURST_SECONDS = 1;

    /// So many accounts a phone may have.
    static final int FEW_ACCOUNTS = 3;

    /// So many an adapter for analogue phones may have.
    private static final int MOST_LINES = 8;

    private static final int LEAST_INTERVALS = 4;

    private final int host;
    private final List<Login> refused;
    private final Map<Integer, Integer> tries = new HashMap<>();
    private final boolean hasOthers;
    private final double medianSeconds;
    private final boolean isHarmless;
    private final boolean isChallengedForever;
    private final boolean isCorrection;
    private final boolean isUnexcused;
    private final int others;
    private final boolean isOfTool;
    private final int mostOfAPhone;

    /// @param refused in the order of time
    /// @param totals how often credentials of each account were refused, from all hosts
    /// @param isNear whether known hosts are in the same network
    Guesser(int host, List<Login> refused, Map<Integer, Integer> totals, HostRoles roles, Logins logins, boolean isNear,
            Settings settings) {
        this.host = host;
        this.refused = List.copyOf(refused);
        mostOfAPhone = settings.count(PasswordGuessing.HUMAN_FAILURES);
        refused.forEach(each -> tries.merge(each.account(), 1, Integer::sum));
        int least = settings.count(PasswordGuessing.FAILURES);
        hasOthers = tries.entrySet().stream().anyMatch(each -> {
            int total = totals.getOrDefault(each.getKey(), 0);
            return total >= 2 * least && total > 1.5 * each.getValue();
        });
        double[] gaps = gaps(refused);
        medianSeconds = Peak.median(gaps);
        boolean isSlow = medianSeconds >= settings.real(PasswordGuessing.HUMAN_SECONDS)
                && refused.size() < settings.count(PasswordGuessing.HUMAN_FAILURES);
        boolean isRegular = gaps.length >= LEAST_INTERVALS
                && medianSeconds >= settings.real(PasswordGuessing.HUMAN_SECONDS) && deviation(gaps) < REGULAR;
        isOfTool = roles.isIntruder(host)
                || FingerprintText.isAttackTool(roles.table(), refused.stream().map(Login::transaction).toList());
        boolean isHurried = Hurry.isIn(refused, roles);
        isUnexcused = isOfTool || (isHurried && !isNear && !wasSeen(roles));
        boolean isLikeAPhone = isSlow || (isNear && refused.size() < settings.count(PasswordGuessing.HUMAN_FAILURES)
                && tries.keySet().stream().allMatch(account -> roles.owner(account) == host)
                && (!((isHurried && tries.size() > 1) || isProgram(settings))
                        || tries.keySet().stream().allMatch(each -> isSet(each, roles, settings))));
        others = isShared(logins, roles, settings) ? logins.working(host, tries.keySet()) : 0;
        boolean isAdapter = isNear && !hasOthers && isAdapter(roles, settings);
        isCorrection = !isUnexcused && ((isLikeAPhone && tries.size() <= FEW_ACCOUNTS) || isAdapter || others > 0)
                && !hasOthers && roles.isKnown(host);
        isChallengedForever = !isUnexcused && isChallengedForever(roles, isNear);
        isHarmless = !isUnexcused && (isCorrection || others > 0 || isAdapter || (tries.size() == 1 && !hasOthers
                && (isOwn(roles) || isSlow || (isRegular && isNear) || (isNear && comesInBursts(roles, settings)))));
    }

    /// Whether the host had registered any account before it was refused.
    private boolean wasSeen(HostRoles roles) {
        long registered = roles.registeredAtNanos(host);
        return registered != 0 && registered < refused.getFirst().atNanos();
    }

    /// Whether several users are behind the address (an SBC, a NAT), most of whose passwords work: of
    /// each of the few others one judges alone. None was refused as often as no phone is, none is
    /// of another host, and what was accepted in the end was set in a pause.
    private boolean isShared(Logins logins, HostRoles roles, Settings settings) {
        return roles.isKnown(host) && logins.working(host, tries.keySet()) >= Math.max(FEW_ACCOUNTS, 2 * tries.size())
                && tries.entrySet()
                        .stream()
                        .allMatch(each -> each.getValue() < settings.count(PasswordGuessing.HUMAN_FAILURES)
                                && isNoOthers(each.getKey(), roles)
                                && (knows(each.getKey(), roles) || roles.registeredAtNanos(each.getKey(), host) == 0
                                        || isSet(each.getKey(), roles, settings)));
    }

    /// Whether a program seems to try: more often than a client answers a challenge with the same
    /// password.
    private boolean isProgram(Settings settings) {
        return refused.size() >= settings.count(PasswordGuessing.CERTAIN);
    }

    /// Whether somebody may have set the right password of an account: it was registered before, or
    /// after a pause in which that can be done. A guesser goes on without one.
    private boolean isSet(int account, HostRoles roles, Settings settings) {
        long registered = roles.registeredAtNanos(account, host);
        long last = refused.stream()
                .filter(each -> each.account() == account)
                .mapToLong(Login::atNanos)
                .filter(nanos -> nanos < registered)
                .max()
                .orElse(0);
        return registered - last >= settings.real(PasswordGuessing.HUMAN_SECONDS) * SECOND;
    }

    /// Whether a phone is challenged again at every attempt to call, whatever it answers: its own
    /// account, no REGISTER refused that began it, several attempts in one Call-ID.
    private boolean isChallengedForever(HostRoles roles, boolean isNear) {
        return isNear && tries.size() == 1 && !hasOthers && roles.owner(refused.getFirst().account()) == host
                && refused.stream()
                        .limit(LEAST_INTERVALS)
                        .noneMatch(each -> each.transaction().method() == MessageTypes.REGISTER)
                && refused.stream().mapToInt(each -> each.transaction().dialog()).distinct().count()
                        <= refused.size() / 2;
    }

    /// Whether the tries come in bursts as of a phone that answers every challenge with the same
    /// password: for an account that no other host registered, by no tool, each burst in one
    /// Call-ID (RFC 3261 §10.2) and too short to be guessing, with pauses as long as a phone waits
    /// until it registers again.
    private boolean comesInBursts(HostRoles roles, Settings settings) {
        List<HopTransaction> sent = refused.stream().map(Login::transaction).toList();
        if (!isNoOthers(refused.getFirst().account(), roles) || !FingerprintText.tool(roles.table(), sent).isEmpty()) {
            return false;
        }
        double pause = settings.real(PasswordGuessing.HUMAN_SECONDS);
        int longest = settings.count(PasswordGuessing.CERTAIN);
        int count = 1;
        int length = 1;
        for (int i = 1; i < sent.size(); i++) {
            double gap = (sent.get(i).atNanos() - sent.get(i - 1).atNanos()) / SECOND;
            boolean isSameBurst = gap < BURST_SECONDS && sent.get(i).dialog() == sent.get(i - 1).dialog();
            if (isSameBurst) {
                length++;
            } else {
                count++;
                length = 1;
            }
            if (length >= longest || (!isSameBurst && gap < pause)) {
                return false;
            }
        }
        return count > 1 && count < settings.count(PasswordGuessing.HUMAN_FAILURES);
    }

    /// Whether an adapter with several lines repeats its old passwords: a few accounts that no
    /// other host registered, all of which it tries equally often in rounds,
    /// with pauses as long as a phone waits until it registers again.
    private boolean isAdapter(HostRoles roles, Settings settings) {
        int lines = tries.size();
        IntSummaryStatistics counts = tries.values().stream().mapToInt(Integer::intValue).summaryStatistics();
        boolean isInRounds =
                lines > 1 && lines <= MOST_LINES && counts.getMin() > 1 && counts.getMax() - counts.getMin() <= 1
                        && counts.getMax() < settings.count(PasswordGuessing.HUMAN_FAILURES)
                        && refused.stream().limit(lines).map(Login::account).distinct().count() == lines;
        if (!isInRounds || !tries.keySet().stream().allMatch(each -> isNoOthers(each, roles))) {
            return false;
        }
        Map<Integer, List<Login>> byAccount = refused.stream().collect(Collectors.groupingBy(Login::account));
        double pause = settings.real(PasswordGuessing.HUMAN_SECONDS);
        return byAccount.values().stream().allMatch(its -> Peak.median(gaps(its)) >= pause);
    }

    private boolean isNoOthers(int account, HostRoles roles) {
        int owner = roles.owner(account);
        return owner < 0 || owner == host;
    }

    /// The times between one and the next, in s.
    static double[] gaps(List<Login> ordered) {
        double[] gaps = new double[Math.max(0, ordered.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (ordered.get(i + 1).atNanos() - ordered.get(i).atNanos()) / SECOND;
        }
        return gaps;
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean) / values.length;
        }
        return mean > 0 ? Math.sqrt(squares) / mean : 0;
    }

    int host() {
        return host;
    }

    List<Login> refused() {
        return refused;
    }

    /// The accounts, in order of their numbers.
    Set<Integer> accounts() {
        return new TreeSet<>(tries.keySet());
    }

    /// How often credentials of an account were refused.
    int tries(int account) {
        return tries.getOrDefault(account, 0);
    }

    /// Whether others try one of its accounts, too.
    boolean hasOthers() {
        return hasOthers;
    }

    /// The usual time between two tries.
    double medianSeconds() {
        return medianSeconds;
    }

    /// Whether a wrong password that is stored in a phone explains it: one account from one host,
    /// or the few accounts of an adapter, at the pace of a phone.
    boolean isHarmless() {
        return isHarmless;
    }

    /// How many other users work behind the same address, if those that do not are judged each
    /// alone; else 0.
    int others() {
        return others;
    }

    /// Whether it writes as an attack tool does, or has attacked before.
    boolean isOfTool() {
        return isOfTool;
    }

    /// Whether a phone is challenged again whatever it answers, which is no matter of passwords.
    boolean isChallengedForever() {
        return isChallengedForever;
    }

    /// Whether the host has the password of its only account: it was accepted before most of the
    /// tries that were refused, and again after some, which are few enough for a phone. Who guesses
    /// is refused first; a password that was changed is not accepted again.
    boolean hasPassword(Logins logins) {
        if (isOfTool || tries.size() > 1 || hasOthers || refused.size() >= mostOfAPhone) {
            return false;
        }
        long[] accepted = logins.accepted(refused.getFirst().account())
                .stream()
                .filter(each -> each.host() == host)
                .mapToLong(Login::atNanos)
                .toArray();
        if (accepted.length == 0 || (isUnexcused && accepted[0] > refused.getFirst().atNanos())) {
            return false;
        }
        long[] later = refused.stream().mapToLong(Login::atNanos).filter(nanos -> nanos > accepted[0]).toArray();
        return 2 * later.length > refused.size() && accepted[accepted.length - 1] > later[0];
    }

    /// Whether a known host got it right after a few slow tries: somebody corrected the settings.
    boolean isCorrection() {
        return isCorrection;
    }

    /// Whether its only account is its own: registered by this host, first of all hosts, before
    /// the first try.
    boolean isOwn(HostRoles roles) {
        return tries.size() == 1 && knows(tries.keySet().iterator().next(), roles);
    }

    /// Whether it had registered an account before it was refused, as the first host that did.
    boolean knows(int account, HostRoles roles) {
        long registered = roles.registeredAtNanos(account, host);
        return roles.owner(account) == host && registered != 0 && registered < refused.getFirst().atNanos();
    }
}
