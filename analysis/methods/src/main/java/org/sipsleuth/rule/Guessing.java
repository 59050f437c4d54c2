package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.rule.Logins.Login;
import org.sipsleuth.rule.Logins.Series;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Refused credentials that belong together: of one host, or of several that try the same accounts.
final class Guessing {

    /// What refused credentials are.
    enum Form {
        /// Somebody guesses passwords.
        ATTACK,
        /// Many hosts guess, each of them too seldom to be noticed alone.
        POOLED,
        /// A wrong password that is stored in a phone.
        STORED_PASSWORD,
        /// The same, corrected later.
        CORRECTED
    }

    /// So many hosts guess together, and others may do so with them.
    private static final int SEVERAL = 3;

    /// A host that tries so many accounts, each once or twice, tries a few passwords for all.
    static final int SPRAYED_ACCOUNTS = 8;

    private static final int MOST_TRIES = 2;

    /// Of the accounts of such a host at most one in so many has the password: a telephone system
    /// with some old passwords is let in with most.
    private static final int ONE_IN = 5;

    private final Form form;
    private final List<Login> refused;
    private final Set<Integer> hosts = new HashSet<>();
    private final Map<Integer, List<Login>> byAccount = new LinkedHashMap<>();
    private final List<HopTransaction> transactions = new ArrayList<>();
    private final List<GuessedPassword> guessed = new ArrayList<>();

    private int others;

    /// @param refused at least one
    Guessing(Form form, List<Login> refused) {
        this.form = form;
        this.refused =
                refused.stream()
                        .sorted(
                                Comparator.comparingLong(Login::atNanos)
                                        .thenComparingInt(each -> each.transaction().request()))
                        .toList();
        for (Login each : this.refused) {
            hosts.add(each.host());
            byAccount.computeIfAbsent(each.account(), _ -> new ArrayList<>()).add(each);
        }
    }

    Form form() {
        return form;
    }

    /// In the order of time.
    List<Login> refused() {
        return refused;
    }

    Set<Integer> hosts() {
        return hosts;
    }

    /// In the order of their first try.
    List<Integer> accounts() {
        return List.copyOf(byAccount.keySet());
    }

    /// All transactions that belong to it, in the order of time.
    List<HopTransaction> transactions() {
        return transactions;
    }

    /// The passwords that were guessed, in the order of time.
    List<GuessedPassword> guessed() {
        return guessed;
    }

    /// Notes how many other users work behind the same address.
    void othersWork(int count) {
        others = count;
    }

    /// How many other users work behind the same address; 0 if that says nothing of it.
    int others() {
        return others;
    }

    /// Whether nothing but a wrong setting is behind it.
    boolean isHarmless() {
        return form == Form.STORED_PASSWORD || form == Form.CORRECTED;
    }

    /// Where its requests are.
    Set<Series> series() {
        Set<Series> series = new HashSet<>();
        refused.forEach(each -> series.add(Series.of(each.transaction())));
        return series;
    }

    /// Looks for passwords that were accepted after some were refused.
    ///
    /// @param least how many of an account must have been refused before
    void findGuessed(Logins logins, HostRoles roles, int least) {
        for (Map.Entry<Integer, List<Login>> each : byAccount.entrySet()) {
            find(each.getKey(), each.getValue(), logins, roles, least).ifPresent(guessed::add);
        }
        if (form == Form.ATTACK) {
            hosts.forEach(host -> findSprayed(host, logins, roles));
        }
        guessed.sort(Comparator.comparingLong(each -> each.accepted().atNanos()));
    }

    /// Adds the accounts that had the password at their first try, among the many that a host
    /// tries.
    private void findSprayed(int host, Logins logins, HostRoles roles) {
        List<Login> tried = refused.stream().filter(each -> each.host() == host).toList();
        Set<Integer> accounts = new HashSet<>();
        Set<WritingStyle> styles = new HashSet<>();
        for (Login each : tried) {
            accounts.add(each.account());
            styles.add(WritingStyle.of(each.transaction(), roles.table()));
        }
        if (accounts.size() < SPRAYED_ACCOUNTS || tried.size() > MOST_TRIES * accounts.size()) {
            return;
        }
        long from = tried.getFirst().atNanos();
        long to = tried.getLast().atNanos();
        long usualGap = (to - from) / (tried.size() - 1);
        Map<Integer, Login> right = new LinkedHashMap<>();
        for (Login each : logins.acceptedBy(host)) {
            if (each.atNanos() >= from
                    && each.atNanos() <= to + 2 * usualGap
                    && !byAccount.containsKey(each.account())
                    && !knew(each, from, roles)
                    && styles.contains(WritingStyle.of(each.transaction(), roles.table()))) {
                right.putIfAbsent(each.account(), each);
            }
        }
        if (right.size() * ONE_IN > accounts.size()) {
            return;
        }
        for (Login each : right.values()) {
            long before = tried.stream().filter(its -> its.atNanos() < each.atNanos()).count();
            guessed.add(
                    new GuessedPassword(
                            each.account(),
                            Set.of(host),
                            from,
                            each.transaction(),
                            Math.toIntExact(before) + 1));
        }
    }

    private static Optional<GuessedPassword> find(
            int account, List<Login> tried, Logins logins, HostRoles roles, int least) {
        long from = tried.getFirst().atNanos();
        Set<WritingStyle> styles = new HashSet<>();
        Set<Integer> guessers = new HashSet<>();
        int next = 0;
        for (Login each : logins.accepted(account)) {
            while (next < tried.size() && tried.get(next).atNanos() < each.atNanos()) {
                guessers.add(tried.get(next).host());
                styles.add(WritingStyle.of(tried.get(next).transaction(), roles.table()));
                next++;
            }
            if (next >= Math.min(least, tried.size())
                    && next > 0
                    && !knew(each, from, roles)
                    && (guessers.contains(each.host())
                            || (guessers.size() >= SEVERAL && isAlike(each, styles, roles)))) {
                guessers.add(each.host());
                long renewed =
                        logins.renewed(account).stream()
                                .filter(its -> guessers.contains(its.host()))
                                .filter(its -> its.atNanos() < each.atNanos())
                                .count();
                return Optional.of(
                        new GuessedPassword(
                                account,
                                guessers,
                                from,
                                each.transaction(),
                                next + Math.toIntExact(renewed) + 1));
            }
        }
        return Optional.empty();
    }

    /// Whether the host used the account before the first try.
    private static boolean knew(Login accepted, long firstNanos, HostRoles roles) {
        long registered = roles.registeredAtNanos(accepted.account(), accepted.host());
        return registered != 0 && registered < firstNanos;
    }

    /// Whether a stranger that tried no other password writes as those do that tried some.
    private static boolean isAlike(Login accepted, Set<WritingStyle> styles, HostRoles roles) {
        WritingStyle style = WritingStyle.of(accepted.transaction(), roles.table());
        return roles.owner(accepted.account()) != accepted.host()
                && !style.isUnknown()
                && styles.contains(style);
    }

    /// The addresses it was directed at.
    Set<String> targets(TransactionTable table) {
        Set<String> targets = new HashSet<>();
        refused.forEach(each -> targets.add(table.host(each.transaction().destination())));
        return targets;
    }
}
