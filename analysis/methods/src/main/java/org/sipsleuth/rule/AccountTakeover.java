package org.sipsleuth.rule;

import static org.sipsleuth.rule.Observed.TEXTS;
import static org.sipsleuth.sentence.Sentence.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Recognises the use of an account whose password was guessed: registered by the guesser, or used
/// for requests by the guesser or by a host never seen with it before (RFC 3261 §10, §22).
final class AccountTakeover implements SessionRule {

    private static final int FORBIDDEN = 403;
    private static final Comparator<HopTransaction> IN_TIME =
            Comparator.comparingLong(HopTransaction::atNanos).thenComparingInt(HopTransaction::request);

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.ACCOUNT_TAKEOVER);
    }

    @Override
    public List<Setting> settings() {
        return List.of(); // what counts as guessed is a setting of password guessing
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        Map<Integer, Taken> byAccount = new LinkedHashMap<>();
        traffic.guessed().forEach(each -> byAccount.putIfAbsent(each.account(), new Taken(each)));
        if (byAccount.isEmpty()) {
            return List.of();
        }
        Logins logins = Logins.of(traffic);
        KnownNetworks networks = new KnownNetworks(traffic.roles());
        for (HopTransaction each : traffic.table().origins()) {
            Taken taken = byAccount.get(logins.accountOf(each));
            if (taken != null && isUse(each, taken.guessed, logins, traffic, networks)) {
                taken.add(each, logins.isRegister(each));
            }
        }
        addTries(byAccount, logins, traffic, networks);
        List<Finding> findings = new ArrayList<>();
        for (List<Taken> together : together(byAccount.values())) {
            findings.add(finding(together, traffic));
            together.forEach(each -> traffic.explain(each.registrations, IncidentKind.ACCOUNT_TAKEOVER));
        }
        return findings;
    }

    /// Adds what those who used an account sent as its user without credentials, once the password
    /// had fallen: the first of it may be what their use begins with.
    private static void addTries(Map<Integer, Taken> byAccount, Logins logins, Traffic traffic,
            KnownNetworks networks) {
        byAccount.values().forEach(Taken::noteBegins);
        for (HopTransaction each : traffic.table().origins()) {
            if (!each.hasCredentials() && !each.isWithinDialog() && !logins.isRegister(each)) {
                Taken taken = byAccount.get(logins.accountOf(each));
                if (taken != null && taken.isTry(each) && !isUse(each, taken.guessed, logins, traffic, networks)) {
                    taken.tries.add(each);
                }
            }
        }
    }

    /// What was done with one account.
    private static final class Taken {

        private final GuessedPassword guessed;
        private final List<HopTransaction> registrations = new ArrayList<>();
        private final List<HopTransaction> uses = new ArrayList<>();
        private final List<HopTransaction> tries = new ArrayList<>();
        private final Set<Integer> users = new HashSet<>();
        private final Map<Integer, Long> registeredAtNanos = new HashMap<>();

        Taken(GuessedPassword guessed) {
            this.guessed = guessed;
        }

        void add(HopTransaction each, boolean isRegistration) {
            (isRegistration ? registrations : uses).add(each);
        }

        /// Notes who used the account, and when those who only registered it did so first.
        void noteBegins() {
            uses.forEach(each -> users.add(each.source()));
            registrations.forEach(each -> registeredAtNanos.merge(each.source(), each.atNanos(), Math::min));
        }

        /// Whether a request was sent after the guess by who used the account, or by who only
        /// registered it, before that.
        boolean isTry(HopTransaction request) {
            boolean isOfUser = users.contains(request.source())
                    || request.atNanos() < registeredAtNanos.getOrDefault(request.source(), Long.MIN_VALUE);
            return isOfUser && request.atNanos() >= guessed.accepted().atNanos();
        }

        boolean isEmpty() {
            return registrations.isEmpty() && uses.isEmpty();
        }
    }

    /// Accounts that the same hosts guessed.
    private static Collection<List<Taken>> together(Collection<Taken> all) {
        return all.stream()
                .filter(each -> !each.isEmpty())
                .collect(Collectors.groupingBy(each -> new TreeSet<>(each.guessed.guessers()), LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static boolean isUse(HopTransaction each, GuessedPassword guessed, Logins logins, Traffic traffic,
            KnownNetworks networks) {
        boolean isLater = each.atNanos() >= guessed.accepted().atNanos();
        boolean isLetIn = logins.isRegister(each) ? each.isAccepted() && !each.unregisters()
                : each.status() != 0 && !each.isChallenged() && each.status() != FORBIDDEN;
        boolean hasCredentials = each.hasCredentials() || !traffic.table().visibility().hasCredentials();
        return isLater && isLetIn && hasCredentials && !each.isWithinDialog()
                && (guessed.guessers().contains(each.source())
                        || isNew(each.source(), guessed, traffic.roles(), networks));
    }

    /// Whether a host was never seen with the account before, and is not where its owner or other
    /// known hosts are: the phone may have got a new address.
    private static boolean isNew(int host, GuessedPassword guessed, HostRoles roles, KnownNetworks networks) {
        int owner = roles.owner(guessed.account());
        long registered = roles.registeredAtNanos(guessed.account(), host);
        boolean wasSeen = registered != 0 && registered < guessed.accepted().atNanos();
        boolean hasOwner = owner >= 0 && !guessed.guessers().contains(owner);
        boolean isOwners = hasOwner ? owner == host || networks.areNear(owner, host) : networks.has(host);
        return !wasSeen && !isOwners && !roles.isServer(host) && !roles.isTrunk(host);
    }

    private static Finding finding(List<Taken> together, Traffic traffic) {
        TransactionTable table = traffic.table();
        List<HopTransaction> all = new ArrayList<>();
        List<HopTransaction> uses = new ArrayList<>();
        List<HopTransaction> registrations = new ArrayList<>();
        List<HopTransaction> tries = new ArrayList<>();
        for (Taken each : together) {
            uses.addAll(each.uses);
            tries.addAll(each.tries);
            registrations.addAll(each.registrations);
        }
        if (!uses.isEmpty()) { // those who used it are its actors, whoever guessed the password
            Set<Integer> users = new HashSet<>();
            uses.forEach(each -> users.add(each.source()));
            registrations.removeIf(each -> !users.contains(each.source()));
            tries.removeIf(each -> !users.contains(each.source()));
        }
        all.addAll(registrations);
        all.addAll(uses);
        all.addAll(tries);
        all.sort(IN_TIME);
        List<HopTransaction> sent = new ArrayList<>(uses);
        sent.addAll(tries);
        sent.sort(IN_TIME);
        long bare = bare(tries, table);
        // one that is challenged is repeated with credentials, and counted then
        long requests = uses.size() + tries.stream().filter(each -> !each.isChallenged()).count();
        List<String> names = together.stream().map(each -> table.user(each.guessed.account())).toList();
        Sentence accounts = Names.listed(names);
        int refused = together.stream().mapToInt(each -> each.guessed.attempts() - 1).max().orElse(0);
        Observed observed = new Observed(traffic, IncidentKind.ACCOUNT_TAKEOVER).on(all)
                .by(HostNames.actors(table, uses.isEmpty() ? registrations : uses))
                .against(all.stream().map(HopTransaction::destination))
                .accounts(together.stream().map(each -> each.guessed.account()))
                .outcome(Outcome.SUCCEEDED) // it is registered by the attacker, or used
                .asGraveAs(uses.isEmpty() ? Outcome.PARTIAL : Outcome.SUCCEEDED)
                .confidence("0.6 + 0.4 · min(1, n ÷ 20)",
                        Input.of("n", Observed.TEXTS.sentence("explain.refused"), refused))
                .hints(new JoinHints("", Set.of(), registrations.size() + uses.size()))
                .measure("guessing.measure.refused", refused, traffic.settings().count(PasswordGuessing.FAILURES));
        if (uses.isEmpty()) {
            observed.verb("registered")
                    .clause(TEXTS.sentence("takeover.accounts", count(together.size()), accounts), registrations)
                    .card(TEXTS.sentence("takeover.card.registered", count(registrations.size())), accounts)
                    .notDetermined(TEXTS.sentence("takeover.unknown.use"));
        } else {
            observed.verb("used")
                    .clause(TEXTS.sentence("takeover.accounts", count(together.size()), accounts), all)
                    .words(TEXTS.sentence("takeover.for"))
                    .clause(TEXTS.sentence("takeover.requests", count(requests), count(bare)), sent)
                    .card(TEXTS.sentence("takeover.card.used", count(requests), count(bare)), accounts);
        }
        registrations.stream()
                .filter(each -> uses.isEmpty() || !isGuess(each, together))
                .limit(1)
                .forEach(each -> observed.key(each.response(),
                        TEXTS.sentence("takeover.key.registered", Names.cut(table.user(each.toUser())))));
        if (!uses.isEmpty()) {
            observed.key(sent.getFirst().request(), TEXTS.sentence("takeover.key.used"));
        }
        boolean isElsewhere = uses.stream().anyMatch(each -> !isGuesser(each.source(), together));
        if (isElsewhere) {
            observed.alternative(TEXTS.sentence("takeover.alternative.owner", accounts));
        }
        return observed.finding();
    }

    /// How many requests were neither challenged nor had credentials; 0 where the capture shows no
    /// credentials.
    private static long bare(List<HopTransaction> tries, TransactionTable table) {
        return table.visibility().hasCredentials() ? tries.stream().filter(each -> !each.isChallenged()).count() : 0;
    }

    /// Whether it is the request whose password was guessed, which is shown already.
    private static boolean isGuess(HopTransaction registration, List<Taken> together) {
        return together.stream().anyMatch(each -> each.guessed.accepted().equals(registration));
    }

    private static boolean isGuesser(int host, List<Taken> together) {
        return together.stream().anyMatch(each -> each.guessed.guessers().contains(host));
    }
}
