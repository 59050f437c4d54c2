package org.sipsleuth.rule;

import static org.sipsleuth.rule.Observed.TEXTS;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.measured;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.row;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.number.DialledNumbers.Kind;
import org.sipsleuth.rule.ExternalCalls.Sign;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States what external calls show, and how the accounts came to be used.
final class TollFraudText {

    private static final int MOST_PLACES = 3;
    private static final int MOST_NUMBERS = 5;
    private static final long MOST_SECONDS = 300;
    private static final int RINGING = 180;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SURE_OF_RELAYED = 0.8;

    private final Traffic traffic;
    private final TransactionTable table;
    private final List<ExternalCalls> together;
    private final List<Call> calls;
    private final List<Call> answered;
    private final List<HopTransaction> endings;
    private final Function<String, Destination> numbers;
    private final Map<Place, Integer> places;
    private final TollFraudLedger ledger;
    private final Set<Integer> accounts = new LinkedHashSet<>();
    private final List<HopTransaction> registrations;

    /// @param together in the order of time
    /// @param numbers where a number leads
    TollFraudText(Traffic traffic, List<ExternalCalls> together, ForeignRegistrations registrations, Logins logins,
            Function<String, Destination> numbers) {
        this.traffic = traffic;
        this.numbers = numbers;
        this.table = traffic.table();
        this.together = together;
        this.calls = together.stream()
                .flatMap(each -> each.calls().stream())
                .sorted(Comparator.comparingLong(Call::atNanos))
                .toList();
        this.answered = calls.stream().filter(Call::isAnswered).toList();
        this.endings = endings();
        this.places = places();
        this.ledger = new TollFraudLedger(traffic, calls, call -> logins.account(call.account()), numbers);
        calls.forEach(call -> accounts.add(logins.account(call.account())));
        this.registrations = registrations.of(together);
    }

    /// The BYEs of the answered calls.
    private List<HopTransaction> endings() {
        Map<Integer, Long> answers = new HashMap<>();
        answered.forEach(each -> answers.put(each.last().dialog(), each.answeredAtNanos()));
        return answers.entrySet()
                .stream()
                .flatMap(answer -> traffic.byDialog()
                        .of(answer.getKey())
                        .stream()
                        .filter(each -> each.atNanos() >= answer.getValue()))
                .filter(each -> !each.isCopy() && isBye(each))
                .sorted(Comparator.comparingLong(HopTransaction::atNanos).thenComparingInt(HopTransaction::request))
                .toList();
    }

    private boolean isBye(HopTransaction each) {
        return table.index().messages().typeName(each.method()).equals("BYE");
    }

    /// The REGISTERs by which the sources took over accounts of others.
    List<HopTransaction> registrations() {
        return registrations;
    }

    private static boolean isRegistered(HopTransaction register) {
        return register.isAccepted() && !register.unregisters();
    }

    /// The calls.
    Finding fraud() {
        boolean isForeign = together.stream().anyMatch(ExternalCalls::isForeign);
        List<HopTransaction> invites = calls.stream().flatMap(each -> each.invites().stream()).toList();
        int points = together.stream().mapToInt(ExternalCalls::points).max().orElse(0);
        Observed observed = new Observed(traffic, IncidentKind.TOLL_FRAUD).on(both(invites, endings))
                .by(HostNames.actors(traffic.table(), invites))
                .against(calls.stream().map(Call::destination))
                .accounts(isRelayed() ? Stream.of() : accounts.stream())
                .outcome(outcome())
                .confidence("min(m, 0.3 + 0.12 · n)",
                        Input.of("m", Observed.TEXTS.sentence("explain.most"), isRelayed() ? SURE_OF_RELAYED : 1),
                        Input.of("n", Observed.TEXTS.sentence("toll.measure.points"), points))
                .hints(new JoinHints("", Set.of(), calls.size()))
                .measure("toll.measure.points", points, traffic.settings().count(TollFraud.POINTS))
                .measure("toll.measure.calls", calls.size(), traffic.settings().count(TollFraud.CALLS));
        Sentence names = names();
        observed.verb(isForeign ? "used" : "made");
        if (isForeign) {
            observed.clause(TEXTS.sentence("toll.accounts", count(accounts.size()), names),
                    first(registrations, invites)).words(TEXTS.sentence("toll.for"));
        }
        observed.clause(TEXTS.sentence("toll.calls", count(calls.size()), count(places.size()), destinations()),
                invites);
        if (!isForeign) {
            observed.words(TEXTS.sentence("toll.as", count(places.size()), names));
        }
        if (answered.isEmpty()) {
            observed.words(TEXTS.sentence("toll.answered.none", count(calls.size())));
        } else {
            observed.words(TEXTS.sentence("toll.semicolon"))
                    .clause(TEXTS.sentence("toll.answered", count(answered.size())),
                            both(answered.stream().map(Call::last).toList(), endings));
            int atOnce = Peak.atOnce(calls, TollFraud.OPEN_NANOS, table);
            if (atOnce > 1) {
                observed.words(TEXTS.sentence("toll.at-once", count(atOnce)));
            }
            cost(observed);
        }
        keys(observed);
        unknown(observed, isForeign);
        alternatives(observed);
        return observed
                .card(TEXTS.sentence("toll.card.calls", count(calls.size())),
                        row(TEXTS.sentence("toll.card.answered", count(answered.size())), talk()))
                .rationale(this::rationale)
                .finding();
    }

    private static List<HopTransaction> both(List<HopTransaction> some, List<HopTransaction> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /// `, 54 s in all`: how long they talked; at least, where a BYE is missing.
    private Sentence talk() {
        if (answered.isEmpty()) {
            return none();
        }
        long seconds = Math.round(answered.stream().mapToDouble(each -> each.talkNanos(0)).sum() / Guesser.SECOND);
        boolean isLeast = answered.stream().anyMatch(each -> each.endedAtNanos() == 0);
        if (isLeast && seconds == 0) {
            return none();
        }
        boolean isShort = seconds <= MOST_SECONDS;
        return TEXTS.sentence(isShort ? "toll.card.seconds" : "toll.card.minutes", count(isLeast ? 1 : 0),
                count(isShort ? seconds : Math.round(seconds / SECONDS_PER_MINUTE)));
    }

    /// The ledger of the accounts, and the numbers that were dialled most often.
    private Rationale rationale() {
        Map<String, Integer> dialled = new LinkedHashMap<>();
        calls.forEach(call -> dialled.merge(table.user(call.callee()), 1, Integer::sum));
        Rationale.Builder lines = new Rationale.Builder();
        ledger.addTo(lines);
        lines.section(TEXTS.sentence("toll.rationale", count(dialled.size())));
        dialled.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_NUMBERS)
                .forEach(each -> lines.line(Names.cut(each.getKey()),
                        TEXTS.sentence("toll.rationale.calls", count(each.getValue()))));
        return lines.build();
    }

    private static List<HopTransaction> first(List<HopTransaction> registrations, List<HopTransaction> invites) {
        return registrations.isEmpty() ? invites : registrations;
    }

    /// Answered calls cost somebody money, whoever made them.
    private Outcome outcome() {
        if (answered.isEmpty()) {
            boolean rang = calls.stream().anyMatch(call -> call.last().provisional() >= RINGING);
            boolean isRegistered = registrations.stream().anyMatch(TollFraudText::isRegistered);
            return rang || isRegistered ? Outcome.PARTIAL : Outcome.ATTEMPTED;
        }
        return Outcome.SUCCEEDED;
    }

    private Sentence names() {
        return Names.listed(accounts.stream().map(table::user).toList());
    }

    /// Where numbers lead.
    private record Place(Kind kind, String prefix, String country) {}

    /// Where the calls lead, with their number.
    private Map<Place, Integer> places() {
        Map<Place, Integer> counts = new LinkedHashMap<>();
        for (Call call : calls) {
            Destination its = numbers.apply(table.user(call.callee()));
            counts.merge(new Place(its.kind(), its.prefix(), its.country()), 1, Integer::sum);
        }
        return counts;
    }

    /// `+999 numbers (country code not assigned)`; of several places with the calls to each:
    /// `3 to +882 (satellite or global numbers), 1 to Estonia (+372)`.
    private Sentence destinations() {
        if (places.size() == 1) {
            return place(places.keySet().iterator().next());
        }
        List<Map.Entry<Place, Integer>> ordered = places.entrySet()
                .stream()
                .sorted(Map.Entry.<Place, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(each -> each.getKey().prefix()))
                .toList();
        List<Sentence> parts = new ArrayList<>();
        for (Map.Entry<Place, Integer> each : ordered.stream().limit(MOST_PLACES).toList()) {
            parts.add(TEXTS.sentence("toll.calls.part", count(each.getValue()), place(each.getKey())));
        }
        if (ordered.size() > MOST_PLACES) {
            parts.add(TEXTS.sentence("toll.calls.rest",
                    count(ordered.stream().skip(MOST_PLACES).mapToInt(Map.Entry::getValue).sum()),
                    count(ordered.size() - MOST_PLACES)));
        }
        return joined(TEXTS.sentence("toll.calls.comma"), parts);
    }

    private static Sentence place(Place place) {
        return TEXTS.sentence("toll.kind." + place.kind().name().toLowerCase(Locale.ROOT), term(place.prefix()),
                count(place.country().isEmpty() ? 0 : 1), new Sentence.Country(place.country()));
    }

    private void cost(Observed observed) {
        ledger.cost()
                .ifPresent(cost -> observed.words(TEXTS.sentence("toll.cost", measured(cost), count(ledger.rated()))));
    }

    private void keys(Observed observed) {
        Call first = calls.getFirst();
        Call last = calls.getLast();
        observed.key(first.first().request(), TEXTS.sentence("toll.key.first", dialled(first)));
        answered.stream()
                .limit(1)
                .forEach(each -> observed.key(each.last().response(),
                        TEXTS.sentence("toll.key.answered", dialled(each))));
        observed.key(last.first().request(), TEXTS.sentence("toll.key.last", dialled(last)));
    }

    private Sentence dialled(Call call) {
        return Names.cut(table.user(call.callee()));
    }

    private void unknown(Observed observed, boolean isForeign) {
        boolean isGuessed = together.stream().anyMatch(each -> each.has(Sign.GUESSED));
        if (isForeign && !isGuessed) {
            observed.notDetermined(TEXTS.sentence("toll.unknown.password", count(accounts.size()), names()));
        }
        if (places.keySet().stream().anyMatch(place -> place.kind() == Kind.UNKNOWN)) {
            observed.notDetermined(TEXTS.sentence("toll.unknown.numbers"));
        }
        if (answered.stream().anyMatch(each -> each.endedAtNanos() == 0)) {
            observed.notDetermined(TEXTS.sentence("toll.unknown.end",
                    count(answered.stream().filter(each -> each.endedAtNanos() == 0).count())));
        }
    }

    private void alternatives(Observed observed) {
        for (ExternalCalls each : together) {
            if (each.isForeign() && !each.has(Sign.GUESSED)) {
                observed.alternative(
                        TEXTS.sentence(each.has(Sign.FOREIGN) ? "toll.alternative.stayed" : "toll.alternative.moved",
                                Names.cut(table.user(each.account())), owner(each.owner())));
                return;
            }
        }
        if (together.stream().noneMatch(ExternalCalls::isForeign)) {
            observed.alternative(TEXTS.sentence(isRelayed() ? "toll.alternative.relayed" : "toll.alternative.wanted"));
        }
    }

    /// Whether the names of the callers are accounts of nobody.
    private boolean isRelayed() {
        return together.stream().allMatch(each -> each.has(Sign.RELAYED));
    }

    /// How accounts of others were used, where no guessing shows it: they were registered from
    /// elsewhere.
    Optional<Finding> takeover() {
        List<HopTransaction> accepted = registrations.stream().filter(TollFraudText::isRegistered).toList();
        if (accepted.isEmpty()) {
            return Optional.empty();
        }
        HopTransaction first = accepted.getFirst();
        int owner = together.stream()
                .filter(each -> each.account() == first.toUser())
                .mapToInt(ExternalCalls::owner)
                .findFirst()
                .orElse(traffic.roles().owner(first.toUser()));
        boolean hadRegistered = owner == traffic.roles().owner(first.toUser());
        Set<Integer> users = new LinkedHashSet<>();
        accepted.forEach(each -> users.add(each.toUser()));
        List<String> names = users.stream().map(table::user).toList();
        return Optional.of(new Observed(traffic, IncidentKind.ACCOUNT_TAKEOVER)
                .on(both(registrations, before(accepted.getFirst())))
                .by(HostNames.actors(table, accepted))
                .against(accepted.stream().map(HopTransaction::destination))
                .accounts(users.stream())
                .outcome(Outcome.SUCCEEDED)
                .confidence(0.6)
                .hints(new JoinHints("", Set.of(), accepted.size()))
                .measure("takeover.measure.registrations", accepted.size(), 1)
                .verb("registered")
                .clause(TEXTS.sentence("takeover.accounts", count(users.size()), Names.listed(names)), accepted)
                .words(TEXTS.sentence(hadRegistered ? "takeover.elsewhere" : "takeover.used", count(users.size()),
                        owner(owner)))
                .card(TEXTS.sentence("takeover.card.registered", count(accepted.size())), Names.listed(names))
                .key(first.response(), TEXTS.sentence("takeover.key.registered", Names.cut(table.user(first.toUser()))))
                .finding());
    }

    /// What the callers sent as users of the accounts before the first registration: with that the
    /// takeover begins.
    private List<HopTransaction> before(HopTransaction registration) {
        return calls.stream()
                .flatMap(call -> call.invites().stream())
                .filter(each -> each.atNanos() < registration.atNanos())
                .toList();
    }

    private Sentence owner(int host) {
        return host >= 0 ? host(table.host(host)) : none();
    }
}
