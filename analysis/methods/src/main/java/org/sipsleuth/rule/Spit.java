package org.sipsleuth.rule;

import static org.sipsleuth.rule.Observed.TEXTS;
import static org.sipsleuth.sentence.Sentence.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;

/// Recognises SPIT (RFC 5039): calls of one source to one user after another, short, unanswered or
/// refused, by somebody whom hardly anybody calls; and the same by several strangers that write
/// alike or use one caller's name.
final class Spit implements SessionRule {

    private static final String CALLS = "spit-calls";
    private static final String FEW_CALLS = "spit-few-calls";
    private static final String CALLEES = "spit-callees";
    private static final String SHARE = "spit-callee-share";
    private static final String SHORT_SHARE = "spit-short-share";
    private static final String RECEIVED = "spit-received";
    private static final String KNOWN_CALLS = "spit-known-calls";

    private static final long HALF_HOUR = 1_800_000_000_000L;
    static final long DAY = 86_400_000_000_000L;
    private static final int MOST_CALLEES = 12;
    private static final int MANY_USERS = 10;
    private static final int RINGING = 180;
    private static final int SEVERAL_NAMES = 3;
    private static final double FEW_SHORT_SHARE = 0.95;

    /// A dialler of the place makes so many times the calls that its phones usually make.
    private static final double TIMES_THE_USUAL = 3;

    /// The share of a capture, and of calls to users of the place, from which on a host always did so.
    private static final double ALWAYS = 0.9;

    /// So many phones show what is usual.
    private static final int FEWEST_CALLERS = 5;

    /// How sure a finding is at most that is as likely a dialler of the place.
    private static final double AS_LIKELY = 0.5;

    /// A person has a few names; a source with one for most of its calls hides.
    private static final double SHARE_OF_NAMES = 0.5;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.SPIT);
    }

    @Override
    public List<Setting> settings() {
        List<Setting> ofSources = List.of(
                Setting.whole(CALLS, 12, "calls", 2, 1_000_000, "calls of one source within a day that may be SPIT"),
                Setting.whole(FEW_CALLS, 8, "calls", 2, 1_000_000,
                        "the same, of a stranger whose calls are nearly all short: never above low"),
                Setting.whole(CALLEES, 6, "users", 2, 1_000_000, "different users called"),
                Setting.real(SHARE, 0.4, "", 0, 1, "share of the registered users that they are made to, at most 12"),
                Setting.real(SpitCalls.SHORT_SECONDS, 30, "s", 0, 3_600, "a conversation below this is short"),
                Setting.real(SHORT_SHARE, 0.6, "", 0, 1, "share of the calls that are short, unanswered or refused"),
                Setting.real(RECEIVED, 0.1, "", 0, 1_000,
                        "calls that the source, or a stranger in its network, answered for each one"
                                + " it made, at most"),
                Setting.whole(KNOWN_CALLS, 20, "calls", 2, 1_000_000,
                        "calls within half an hour from which a registered phone is considered, or"
                                + " another host of its network"),
                Setting.whole(SpitCampaigns.CALLS, 12, "calls", 2, 1_000_000,
                        "calls of several strangers that write alike, or use one caller name or"
                                + " one block of numbers"),
                Setting.whole(SpitCampaigns.SOURCES, 3, "sources", 2, 1_000_000, "minimum number of such sources"));
        return Stream.concat(ofSources.stream(), CarriedCallers.thresholds().stream()).toList();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        HostRoles roles = traffic.roles();
        KnownNetworks networks = new KnownNetworks(roles);
        int users = registeredUsers(roles);
        List<Finding> findings = new ArrayList<>();
        CalledCallers called = new CalledCallers(traffic);
        Place place = new Place(networks, called, traffic.table().visibility().hasCredentials());
        for (CarriedCallers.Campaign each : new CarriedCallers(traffic, leastCallees(users, traffic)).found()) {
            findings.add(finding(each.calls(), each.isMinor(), place, traffic, Optional.of(each)));
            explain(each.calls(), traffic);
        }
        Map<Integer, List<Call>> bySource = new LinkedHashMap<>();
        for (Call call : traffic.openCalls()) {
            if (!roles.isServer(call.source()) && !roles.isTrunk(call.source())) {
                bySource.computeIfAbsent(call.source(), _ -> new ArrayList<>(1)).add(call);
            }
        }
        double usual = usualCalls(bySource, roles, called);
        Set<Integer> guessed = new HashSet<>();
        traffic.guessed().forEach(each -> guessed.add(each.account()));
        SpitCampaigns campaigns = new SpitCampaigns(traffic, leastCallees(users, traffic));
        List<List<Call>> few = new ArrayList<>();
        for (Map.Entry<Integer, List<Call>> each : bySource.entrySet()) {
            int source = each.getKey();
            List<Call> calls = each.getValue();
            if (networks.hasTrunk(source)) {
                addBeside(calls, roles, campaigns);
                continue;
            }
            Caller caller = new Caller(calls, users, networks, called, traffic);
            if (caller.isSpit() && (!roles.isStranger(source) || place.has(calls))) {
                boolean isMinor = hasOwnName(calls, guessed, roles);
                boolean isUsual = isMinor && !roles.isStranger(source) && hasAlwaysCalled(calls, traffic);
                if (!isMinor || (!isUsual && calls.size() >= TIMES_THE_USUAL * usual)) {
                    state(calls, isMinor, place, traffic, findings);
                }
            } else if (caller.isSpit() && !caller.isMinor()) {
                campaigns.addSpit(calls);
            } else if (roles.isStranger(source) && networks.received(source) == 0 && !called.isPlace(source)) {
                campaigns.add(calls);
                if (caller.isSpit()) {
                    few.add(calls);
                }
            } else {
                addBeside(calls, roles, campaigns);
            }
        }
        campaigns.found().forEach(calls -> state(calls, false, place, traffic, findings));
        few.stream()
                .filter(calls -> !traffic.isExplained(calls.getFirst().first()))
                .forEach(calls -> state(calls, true, place, traffic, findings));
        return findings;
    }

    /// How many calls a phone of the place usually makes: the median of those that make any; 0
    /// where they are too few to show what is usual.
    private static double usualCalls(Map<Integer, List<Call>> bySource, HostRoles roles, CalledCallers called) {
        double[] counts = bySource.entrySet()
                .stream()
                .filter(each -> roles.isKnown(each.getKey()) || called.isPlace(each.getKey()))
                .mapToDouble(each -> each.getValue().size())
                .toArray();
        return counts.length < FEWEST_CALLERS ? 0 : Peak.median(counts);
    }

    /// Adds the calls of a stranger that takes none itself, although its network does.
    private static void addBeside(List<Call> calls, HostRoles roles, SpitCampaigns campaigns) {
        int source = calls.getFirst().source();
        if (roles.isStranger(source) && roles.received(source) == 0) {
            campaigns.addBeside(calls);
        }
    }

    /// Who belongs to the place.
    private record Place(KnownNetworks networks, CalledCallers called, boolean hasCredentials) {

        /// Whether a host does that did not register in the capture: it is in the network of known
        /// hosts, and the server accepts its credentials for most calls; or among users who are
        /// called as well, in a capture without credentials.
        boolean has(List<Call> calls) {
            int source = calls.getFirst().source();
            long accepted = calls.stream()
                    .map(Call::last)
                    .filter(each -> each.hasCredentials() && !each.isChallenged())
                    .count();
            return hasCredentials ? networks.has(source) && accepted > calls.size() / 2 : called.isPlace(source);
        }
    }

    /// Whether a host calls users of the place in turn from the beginning of the capture to its end,
    /// for an hour or more: that is what it is there for.
    static boolean hasAlwaysCalled(List<Call> calls, Traffic traffic) {
        HopTransaction first = calls.getFirst().first();
        HopTransaction last = calls.getLast().first();
        long span = last.atNanos() - first.atNanos();
        long whole = traffic.table().sinceBeginNanos(first) + span + traffic.table().untilEndNanos(last);
        long ofPlace = calls.stream().filter(call -> traffic.roles().owner(call.callee()) >= 0).count();
        return span >= 2 * HALF_HOUR && span >= ALWAYS * whole && ofPlace >= ALWAYS * calls.size();
    }

    /// Whether a host of the place calls with its own account, and under no name of others: a
    /// dialler as likely as a spammer.
    private static boolean hasOwnName(List<Call> calls, Set<Integer> guessed, HostRoles roles) {
        return calls.stream()
                .noneMatch(call -> isOfOthers(call.caller(), call.source(), roles)
                        || isOfOthers(call.account(), call.source(), roles) || guessed.contains(call.account()));
    }

    private static boolean isOfOthers(int user, int source, HostRoles roles) {
        int owner = user == HopTransaction.NONE ? -1 : roles.owner(user);
        return owner >= 0 && owner != source;
    }

    private static void state(List<Call> calls, boolean isMinor, Place place, Traffic traffic, List<Finding> findings) {
        findings.add(finding(calls, isMinor, place, traffic, Optional.empty()));
        explain(calls, traffic);
    }

    private static double leastCallees(int users, Traffic traffic) {
        Settings settings = traffic.settings();
        return Math.max(settings.count(CALLEES), Math.min(MOST_CALLEES, settings.real(SHARE) * users));
    }

    private static void explain(List<Call> calls, Traffic traffic) {
        calls.forEach(call -> traffic.explain(call.invites(), IncidentKind.SPIT));
    }

    private static int registeredUsers(HostRoles roles) {
        int users = 0;
        for (int user = 0; user < roles.table().userCount(); user++) {
            users += roles.owner(user) >= 0 ? 1 : 0;
        }
        return users;
    }

    /// What one source's calls are like.
    private static final class Caller {

        private final boolean isSpit;
        private final boolean isMinor;

        Caller(List<Call> calls, int users, KnownNetworks networks, CalledCallers called, Traffic traffic) {
            Settings settings = traffic.settings();
            HostRoles roles = traffic.roles();
            int source = calls.getFirst().source();
            int size = calls.size();
            int least = settings.count(CALLS);
            if (size < least && size < settings.count(FEW_CALLS)) {
                isSpit = false;
                isMinor = false;
                return;
            }
            boolean isStranger = roles.isStranger(source) && !networks.has(source) && !called.isPlace(source);
            int byHost = Math.max(roles.received(source), roles.isStranger(source) ? networks.received(source) : 0);
            int received = Math.max(byHost, called.received(source));
            boolean areFew = size < least && isStranger && users >= MANY_USERS;
            if (size < least && !areFew) {
                isSpit = false;
                isMinor = false;
                return;
            }
            SpitCalls its = new SpitCalls(calls, traffic);
            double needed = areFew ? settings.count(CALLEES) : leastCallees(users, traffic);
            double shortShare = areFew ? FEW_SHORT_SHARE : settings.real(SHORT_SHARE);
            long[] times = calls.stream().mapToLong(Call::atNanos).toArray();
            boolean isFast = Peak.within(times, HALF_HOUR) >= settings.count(KNOWN_CALLS);
            boolean isOften = Peak.within(times, DAY) >= (areFew ? settings.count(FEW_CALLS) : least);
            isMinor = areFew && its.names() <= SHARE_OF_NAMES * size;
            isSpit = its.callees() >= needed && received <= settings.real(RECEIVED) * size && its.areShort(shortShare)
                    && its.areForUsers() && isOften && (isStranger || isFast);
        }

        boolean isSpit() {
            return isSpit;
        }

        boolean isMinor() {
            return isMinor;
        }
    }

    private static Outcome outcome(List<Call> calls) {
        if (calls.stream().anyMatch(Call::isAnswered)) {
            return Outcome.SUCCEEDED;
        }
        boolean rang = calls.stream().anyMatch(call -> call.last().provisional() >= RINGING);
        return rang ? Outcome.PARTIAL : Outcome.ATTEMPTED;
    }

    /// @param carried the callers, where they are behind a host that is no actor
    private static Finding finding(List<Call> calls, boolean isMinor, Place place, Traffic traffic,
            Optional<CarriedCallers.Campaign> carried) {
        HostRoles roles = traffic.roles();
        Settings settings = traffic.settings();
        List<HopTransaction> invites = calls.stream().flatMap(call -> call.invites().stream()).toList();
        List<Call> answered = calls.stream().filter(Call::isAnswered).toList();
        Set<Integer> sources = new HashSet<>();
        calls.forEach(call -> sources.add(call.source()));
        SpitCalls its = new SpitCalls(calls, traffic);
        boolean areStrangers =
                sources.stream().allMatch(roles::isStranger) && !(sources.size() == 1 && place.has(calls));
        long shortCalls = its.shortOnes();
        double sure = 0.4 + calls.size() / 150.0 + (areStrangers ? 0.2 : 0) + (its.names() > SEVERAL_NAMES ? 0.1 : 0);
        Observed observed = new Observed(traffic, IncidentKind.SPIT).on(invites)
                .by(carried.map(campaign -> campaign.actors(traffic.table()))
                        .orElseGet(() -> HostNames.actors(traffic.table(), invites)))
                .against(calls.stream().map(Call::destination))
                .outcome(outcome(calls))
                .confidence(isMinor && (carried.isPresent() || !areStrangers) ? Math.min(AS_LIKELY, sure) : sure)
                .hints(new JoinHints("", Set.of(), calls.size()))
                .measure("spit.measure.calls", calls.size(), settings.count(isMinor ? FEW_CALLS : CALLS))
                .measure("spit.measure.callees", its.callees(), settings.count(CALLEES))
                .measure("spit.measure.short", (double) shortCalls / calls.size(), settings.real(SHORT_SHARE))
                .did("called", TEXTS.sentence("spit.called", count(its.callees()), count(calls.size()), its.called()),
                        invites)
                .accounts(calls.stream().map(Call::callee))
                .rationale(its::rationale);
        if (carried.isEmpty()) {
            observed.words(Observed.callers(calls, traffic.table()));
        }
        observed.words(TEXTS.sentence("spit.of-which"));
        if (answered.isEmpty()) {
            observed.words(TEXTS.sentence("spit.answered.none"));
        } else {
            observed.clause(TEXTS.sentence("spit.answered", count(answered.size())),
                    answered.stream().map(Call::last).toList());
        }
        observed.words(TEXTS.sentence("spit.short", count(shortCalls),
                count(Math.round(settings.real(SpitCalls.SHORT_SECONDS)))));
        new RungPhones(traffic, invites, carried.map(CarriedCallers.Campaign::servers).orElse(Set.of()))
                .describe(observed);
        observed.card(TEXTS.sentence("spit.card.calls", count(calls.size())),
                TEXTS.sentence("spit.card.answered", count(answered.size())))
                .key(calls.getFirst().first().request(), TEXTS.sentence("spit.key.first"))
                .key(answered.isEmpty() ? -1 : answered.getFirst().last().response(),
                        TEXTS.sentence("spit.key.answered"))
                .key(calls.getLast().first().request(), TEXTS.sentence("spit.key.last"))
                .notDetermined(TEXTS.sentence("spit.unknown"))
                .alternative(TEXTS.sentence(carried.isPresent() ? "spit.alternative.numbers"
                        : areStrangers ? "spit.alternative.trunk"
                        : "spit.alternative.call-centre"));
        carried.ifPresent(_ -> observed.notDetermined(TEXTS.sentence("spit.unknown.numbers")));
        if (isMinor) {
            observed.minor();
        }
        return observed.finding();
    }
}
