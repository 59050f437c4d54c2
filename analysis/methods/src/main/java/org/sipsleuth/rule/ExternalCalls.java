package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;

/// The calls of one source with one account to numbers outside, and what is suspicious about them.
final class ExternalCalls {

    /// What speaks for toll fraud.
    enum Sign {
        /// The password of the account was guessed before.
        GUESSED(3, true),
        /// The source looked for a prefix that leads out.
        PROBED(3, true),
        /// The account is another host's, which is still active.
        FOREIGN(2, true),
        /// The account was another host's, which was not seen any more.
        MOVED(1, true),
        /// Half of the numbers are premium-rate, unassigned or the like, and hardly anybody else
        /// calls such numbers.
        SUSPICIOUS_NUMBERS(2, true),
        /// It has no password and calls several countries, by a server of registered users. A trunk
        /// brings in calls to numbers of the place only.
        RELAYED(2, true),
        /// Half of the numbers are in other countries than the home region.
        INTERNATIONAL(1, false),
        /// The source had not registered before it called, and is no server or trunk.
        STRANGER(1, false),
        /// Most calls go to ranges that nobody else calls.
        OWN_RANGES(1, false),
        /// Calls are open at once.
        AT_ONCE(1, false),
        /// Many calls in an hour.
        FREQUENT(1, false),
        /// The source calls, and is never called.
        NEVER_CALLED(1, false),
        /// Most calls are made outside working hours.
        AFTER_HOURS(1, true);

        private final int points;
        private final boolean isDecisive;

        Sign(int points, boolean isDecisive) {
            this.points = points;
            this.isDecisive = isDecisive;
        }

        int points() {
            return points;
        }

        /// Whether it is a sign of fraud by itself; the others are habits of busy callers, too.
        boolean isDecisive() {
            return isDecisive;
        }
    }

    private final int source;
    private final int account;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Integer> ranges = new HashMap<>();
    private int owner = -1;
    private final Set<Sign> signs = EnumSet.noneOf(Sign.class);

    ExternalCalls(int source, int account) {
        this.source = source;
        this.account = account;
    }

    /// The calls of one source under several names, under the first of them.
    static ExternalCalls together(List<ExternalCalls> names) {
        ExternalCalls first = names.getFirst();
        ExternalCalls all = new ExternalCalls(first.source, first.account);
        for (ExternalCalls each : names) {
            all.calls.addAll(each.calls);
            each.ranges.forEach((range, count) -> all.ranges.merge(range, count, Integer::sum));
        }
        all.calls.sort(Comparator.comparingLong(Call::atNanos));
        return all;
    }

    int source() {
        return source;
    }

    /// Notes whose the account is.
    void owned(int host) {
        owner = host;
    }

    /// The host of the account's owner; negative where it is not known.
    int owner() {
        return owner;
    }

    /// The account, as a number of the table.
    int account() {
        return account;
    }

    void add(Call call, String range) {
        calls.add(call);
        ranges.merge(range, 1, Integer::sum);
    }

    /// Leaves out what was refused before the password fell: it tried the account, and did not use
    /// it. If nothing else is there, all stay.
    ///
    /// @param nanos when the password was accepted
    void useBegins(long nanos) {
        List<Call> uses = new ArrayList<>();
        for (Call call : calls) {
            List<HopTransaction> its =
                    Logins.isLetIn(call.last()) && call.last().atNanos() < nanos
                            ? call.invites()
                            : call.invites().stream()
                                    .filter(each -> each.atNanos() >= nanos)
                                    .toList();
            if (!its.isEmpty()) {
                uses.add(
                        new Call(
                                its,
                                call.callee(),
                                call.credentials(),
                                call.answeredAtNanos(),
                                call.endedAtNanos()));
            }
        }
        if (!uses.isEmpty()) {
            calls.clear();
            calls.addAll(uses);
        }
    }

    /// In the order of time.
    List<Call> calls() {
        return calls;
    }

    /// How many calls go to each range of numbers.
    Map<String, Integer> ranges() {
        return ranges;
    }

    Set<Sign> signs() {
        return signs;
    }

    void sign(Sign sign, boolean is) {
        if (is) {
            signs.add(sign);
        }
    }

    boolean has(Sign sign) {
        return signs.contains(sign);
    }

    int points() {
        return signs.stream().mapToInt(Sign::points).sum();
    }

    boolean isDecisive() {
        return signs.stream().anyMatch(Sign::isDecisive);
    }

    /// Whether it is somebody else's account.
    boolean isForeign() {
        return has(Sign.GUESSED) || has(Sign.FOREIGN) || has(Sign.MOVED);
    }

    /// Whether a call was made with credentials, or let in without.
    boolean hasUsed() {
        return calls.stream()
                .anyMatch(
                        each ->
                                each.credentials() != HopTransaction.NONE
                                        || Logins.isLetIn(each.last()));
    }

    long fromNanos() {
        return calls.getFirst().atNanos();
    }

    long toNanos() {
        return calls.getLast().atNanos();
    }

    List<Call> answered() {
        return calls.stream().filter(Call::isAnswered).toList();
    }

    List<HopTransaction> invites() {
        return calls.stream().flatMap(each -> each.invites().stream()).toList();
    }
}
