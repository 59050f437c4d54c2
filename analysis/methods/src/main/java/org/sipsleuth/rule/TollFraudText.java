package org.sipsleuth.rule;

import static org.sipsleuth.rule.Observed.TEXTS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.rule.DialledNumbers.Destination;
import org.sipsleuth.rule.DialledNumbers.Kind;
import org.sipsleuth.rule.ExternalCalls.Sign;
import org.sipsleuth.rule.RateTable.Rate;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States what external calls show, and how the accounts came to be used.
final class TollFraudText {

    /// So many numbers show where calls lead.
    private static final int SAMPLED = 200;

    private static final int SAME_DIGITS = 8;
    private static final int RINGING = 180;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SURE_BY_POINT = 0.12;

    private final Traffic traffic;
    private final TransactionTable table;
    private final List<ExternalCalls> together;
    private final List<Call> calls;
    private final List<Call> answered;
    private final Set<Integer> accounts = new LinkedHashSet<>();
    private final List<HopTransaction> registrations = new ArrayList<>();

    /// @param together in the order of time
    TollFraudText(Traffic traffic, List<ExternalCalls> together, Logins logins) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.together = together;
        this.calls =
                together.stream()
                        .flatMap(each -> each.calls().stream())
                        .sorted(Comparator.comparingLong(Call::atNanos))
                        .toList();
        this.answered = calls.stream().filter(Call::isAnswered).toList();
        for (ExternalCalls each : together) {
            accounts.add(each.account());
        }
        findRegistrations(logins);
    }

    private record Binding(int source, int account) {}

    private void findRegistrations(Logins logins) {
        Set<Binding> foreign = new HashSet<>();
        for (ExternalCalls each : together) {
            if (each.has(Sign.FOREIGN) || each.has(Sign.MOVED)) {
                foreign.add(new Binding(each.source(), each.account()));
            }
        }
        if (foreign.isEmpty()) {
            return;
        }
        for (HopTransaction each : table.origins()) {
            if (logins.isRegister(each)
                    && foreign.contains(new Binding(each.source(), each.toUser()))
                    && !traffic.isExplained(each)) {
                registrations.add(each);
            }
        }
    }

    /// The REGISTERs by which the sources took over accounts of others.
    List<HopTransaction> registrations() {
        return registrations;
    }

    /// The calls.
    Finding fraud() {
        boolean isForeign = together.stream().anyMatch(ExternalCalls::isForeign);
        List<HopTransaction> invites =
                calls.stream().flatMap(each -> each.invites().stream()).toList();
        int points = together.stream().mapToInt(ExternalCalls::points).max().orElse(0);
        Observed observed =
                new Observed(traffic, IncidentKind.TOLL_FRAUD)
                        .on(invites)
                        .by(HostNames.actors(traffic.table(), invites))
                        .against(calls.stream().map(Call::destination))
                        .accounts(accounts.stream())
                        .outcome(outcome())
                        .confidence(0.3 + SURE_BY_POINT * points)
                        .hints(new JoinHints("", Set.of(), calls.size()))
                        .measure(
                                "toll.measure.points",
                                points,
                                traffic.settings().count(TollFraud.POINTS) - 1)
                        .measure("toll.measure.calls", calls.size(), 0);
        String names = names();
        observed.words(TEXTS.text(isForeign ? "toll.used" : "toll.made"));
        if (isForeign) {
            observed.clause(
                            TEXTS.text("toll.accounts", accounts.size(), names),
                            first(registrations, invites))
                    .words(TEXTS.text("toll.for"));
        }
        observed.clause(TEXTS.text("toll.calls", calls.size(), destinations()), invites);
        if (!isForeign) {
            observed.words(TEXTS.text("toll.as", accounts.size(), names));
        }
        if (answered.isEmpty()) {
            observed.words(TEXTS.text("toll.answered.none", calls.size()));
        } else {
            observed.words(TEXTS.text("toll.semicolon"))
                    .clause(
                            TEXTS.text("toll.answered", answered.size()),
                            answered.stream().map(Call::last).toList());
            int atOnce = Peak.atOnce(calls, TollFraud.OPEN_NANOS, table.lastNanos());
            if (atOnce > 1) {
                observed.words(TEXTS.text("toll.at-once", atOnce));
            }
            cost(observed);
        }
        keys(observed);
        unknown(observed, isForeign);
        alternatives(observed);
        return observed.card(
                        TEXTS.text("toll.card.calls", calls.size()),
                        TEXTS.text("toll.card.answered", answered.size()))
                .finding();
    }

    private static List<HopTransaction> first(
            List<HopTransaction> registrations, List<HopTransaction> invites) {
        return registrations.isEmpty() ? invites : registrations;
    }

    /// Answered calls cost somebody money; that the account was stolen need not be certain.
    private Outcome outcome() {
        if (answered.isEmpty()) {
            boolean rang = calls.stream().anyMatch(call -> call.last().provisional() >= RINGING);
            boolean isRegistered = registrations.stream().anyMatch(HopTransaction::isAccepted);
            return rang || isRegistered ? Outcome.PARTIAL : Outcome.ATTEMPTED;
        }
        boolean isStolen =
                together.stream().anyMatch(each -> each.isForeign() || each.has(Sign.PROBED));
        return isStolen ? Outcome.SUCCEEDED : Outcome.PARTIAL;
    }

    private String names() {
        return Names.listed(accounts.stream().map(table::user).toList());
    }

    private Destination destination(Call call) {
        return traffic.numbers().destination(table.user(call.callee()));
    }

    /// Where numbers lead.
    private record Place(Kind kind, String prefix, String country) {}

    /// Where the calls lead, with their number.
    private Map<Place, Integer> places() {
        Map<Place, Integer> places = new LinkedHashMap<>();
        Map<String, Destination> known = new HashMap<>();
        List<Call> sample = calls.stream().limit(SAMPLED).toList();
        for (Call call : sample) {
            Destination its = destination(call);
            if (its.kind() != Kind.UNKNOWN) {
                known.putIfAbsent(ending(call), its);
            }
        }
        for (Call call : sample) { // the same number may be dialled with another prefix
            Destination its = known.getOrDefault(ending(call), destination(call));
            places.merge(new Place(its.kind(), its.prefix(), its.country()), 1, Integer::sum);
        }
        return places;
    }

    /// `+999 numbers (country code not assigned)`.
    private String destinations() {
        Map<Place, Integer> places = places();
        Place most =
                places.entrySet().stream()
                        .max(
                                Map.Entry.<Place, Integer>comparingByValue()
                                        .thenComparing(
                                                each -> each.getKey().prefix(),
                                                Comparator.reverseOrder()))
                        .orElseThrow()
                        .getKey();
        String main =
                TEXTS.text(
                        "toll.kind." + most.kind().name().toLowerCase(Locale.ROOT),
                        most.prefix(),
                        most.country().isEmpty() ? 0 : 1,
                        most.country());
        return TEXTS.text("toll.destinations", main, places.size() - 1);
    }

    private String ending(Call call) {
        String dialled = DialledNumbers.plain(table.user(call.callee()));
        return dialled.substring(Math.max(0, dialled.length() - SAME_DIGITS));
    }

    private void cost(Observed observed) {
        double cost = 0;
        int rated = 0;
        for (Call call : answered) {
            Optional<Rate> rate = destination(call).rate();
            if (rate.isPresent()) {
                rated++;
                cost +=
                        rate.get().price()
                                * call.talkNanos(table.lastNanos())
                                / Guesser.SECOND
                                / SECONDS_PER_MINUTE;
            }
        }
        if (rated > 0) {
            observed.words(TEXTS.text("toll.cost", cost, rated));
        }
    }

    private void keys(Observed observed) {
        observed.key(calls.getFirst().first().request(), TEXTS.text("toll.key.first"));
        answered.stream()
                .limit(1)
                .forEach(
                        each ->
                                observed.key(
                                        each.last().response(), TEXTS.text("toll.key.answered")));
        observed.key(calls.getLast().first().request(), TEXTS.text("toll.key.last"));
    }

    private void unknown(Observed observed, boolean isForeign) {
        boolean isGuessed = together.stream().anyMatch(each -> each.has(Sign.GUESSED));
        if (isForeign && !isGuessed) {
            observed.notDetermined(TEXTS.text("toll.unknown.password", accounts.size(), names()));
        }
        if (places().keySet().stream().anyMatch(place -> place.kind() == Kind.UNKNOWN)) {
            observed.notDetermined(TEXTS.text("toll.unknown.numbers"));
        }
        if (answered.stream().anyMatch(each -> each.endedAtNanos() == 0)) {
            observed.notDetermined(
                    TEXTS.text(
                            "toll.unknown.end",
                            answered.stream().filter(each -> each.endedAtNanos() == 0).count()));
        }
    }

    private void alternatives(Observed observed) {
        for (ExternalCalls each : together) {
            if (each.isForeign() && !each.has(Sign.GUESSED)) {
                int owner = traffic.roles().owner(each.account());
                observed.alternative(
                        TEXTS.text(
                                each.has(Sign.FOREIGN)
                                        ? "toll.alternative.stayed"
                                        : "toll.alternative.moved",
                                Names.cut(table.user(each.account())),
                                owner >= 0 ? table.host(owner) : ""));
                return;
            }
        }
        if (together.stream().noneMatch(ExternalCalls::isForeign)) {
            observed.alternative(TEXTS.text("toll.alternative.wanted"));
        }
    }

    /// How accounts of others were used, where no guessing shows it: they were registered from
    /// elsewhere.
    Optional<Finding> takeover() {
        List<HopTransaction> accepted =
                registrations.stream().filter(HopTransaction::isAccepted).toList();
        if (accepted.isEmpty()) {
            return Optional.empty();
        }
        HopTransaction first = accepted.getFirst();
        int owner = traffic.roles().owner(first.toUser());
        Set<Integer> users = new LinkedHashSet<>();
        accepted.forEach(each -> users.add(each.toUser()));
        List<String> names = users.stream().map(table::user).toList();
        return Optional.of(
                new Observed(traffic, IncidentKind.ACCOUNT_TAKEOVER)
                        .on(registrations)
                        .by(
                                HostNames.actors(table, accepted))
                        .against(accepted.stream().map(HopTransaction::destination))
                        .accounts(users.stream())
                        .outcome(Outcome.SUCCEEDED)
                        .confidence(0.6)
                        .hints(new JoinHints("", Set.of(), accepted.size()))
                        .measure("takeover.measure.registrations", accepted.size(), 0)
                        .words(TEXTS.text("takeover.registered", users.size()))
                        .clause(
                                TEXTS.text(
                                        "takeover.accounts", users.size(), Names.listed(names)),
                                accepted)
                        .words(TEXTS.text("takeover.elsewhere", users.size(), owner(owner)))
                        .card(
                                TEXTS.text("takeover.card.registered", accepted.size()),
                                Names.listed(names))
                        .key(
                                first.response(),
                                TEXTS.text(
                                        "takeover.key.registered",
                                        Names.cut(table.user(first.toUser()))))
                        .finding());
    }

    private String owner(int host) {
        return host >= 0 ? table.host(host) : "";
    }
}
