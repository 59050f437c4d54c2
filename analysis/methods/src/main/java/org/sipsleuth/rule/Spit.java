package org.sipsleuth.rule;

import static org.sipsleuth.rule.Observed.TEXTS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final String SHORT_SECONDS = "spit-short-seconds";
    private static final String SHORT_SHARE = "spit-short-share";
    private static final String RECEIVED = "spit-received";
    private static final String KNOWN_CALLS = "spit-known-calls";
    private static final String POOLED_CALLS = "spit-pooled-calls";
    private static final String POOLED_SOURCES = "spit-pooled-sources";

    private static final long HALF_HOUR = 1_800_000_000_000L;
    private static final long OPEN_NANOS = 120_000_000_000L;
    private static final int NOT_FOUND = 404;
    private static final int MOST_CALLEES = 12;
    private static final int POOLED_CALLEES = 10;
    private static final int MANY_USERS = 10;
    private static final int RINGING = 180;
    private static final int SEVERAL_NAMES = 3;
    private static final double MOST_NOT_FOUND = 0.5;
    private static final double FEW_SHORT_SHARE = 0.95;
    private static final double POOLED_SHORT_SHARE = 0.7;

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.whole(
                        CALLS, 12, "calls", 2, 1_000_000, "calls of one source that may be SPIT"),
                Setting.whole(
                        FEW_CALLS,
                        8,
                        "calls",
                        2,
                        1_000_000,
                        "the same, of a stranger whose calls are nearly all short: never above low"),
                Setting.whole(
                        CALLEES, 6, "users", 2, 1_000_000, "different users that they are made to"),
                Setting.real(
                        SHARE,
                        0.4,
                        "",
                        0,
                        1,
                        "share of the registered users that they are made to, at most 12"),
                Setting.real(
                        SHORT_SECONDS, 30, "s", 0, 3_600, "a conversation below this is short"),
                Setting.real(
                        SHORT_SHARE,
                        0.6,
                        "",
                        0,
                        1,
                        "share of the calls that is short, unanswered or refused"),
                Setting.real(
                        RECEIVED,
                        0.1,
                        "",
                        0,
                        1_000,
                        "calls that the source, or a stranger in its network, answered for each one it"
                                + " made, at most"),
                Setting.whole(
                        KNOWN_CALLS,
                        20,
                        "calls",
                        2,
                        1_000_000,
                        "calls within half an hour from which a registered phone is considered, or"
                                + " another host of its network"),
                Setting.whole(
                        POOLED_CALLS,
                        20,
                        "calls",
                        2,
                        1_000_000,
                        "calls of several strangers that write alike, or use one caller name"),
                Setting.whole(
                        POOLED_SOURCES, 3, "sources", 2, 1_000_000, "sources that make several"));
    }

    /// Caller names that many callers share.
    private static final Set<String> NO_NAMES =
            Set.of("", "anonymous", "unavailable", "unknown", "restricted", "private");

    @Override
    public List<Finding> apply(Traffic traffic) {
        HostRoles roles = traffic.roles();
        KnownNetworks networks = new KnownNetworks(roles);
        Map<Integer, List<Call>> bySource = new LinkedHashMap<>();
        for (Call call : traffic.openCalls()) {
            if (!roles.isServer(call.source())
                    && !roles.isTrunk(call.source())
                    && !networks.hasTrunk(call.source())) {
                bySource.computeIfAbsent(call.source(), _ -> new ArrayList<>(1)).add(call);
            }
        }
        int users = registeredUsers(roles);
        List<Finding> findings = new ArrayList<>();
        List<Call> few = new ArrayList<>();
        for (Map.Entry<Integer, List<Call>> each : bySource.entrySet()) {
            int source = each.getKey();
            Caller caller = new Caller(each.getValue(), users, networks, traffic);
            if (caller.isSpit()) {
                findings.add(finding(each.getValue(), caller.isMinor(), traffic));
                explain(each.getValue(), traffic);
            } else if (roles.isStranger(source) && networks.received(source) == 0) {
                few.addAll(each.getValue());
            }
        }
        few.sort(
                Comparator.comparingLong(Call::atNanos)
                        .thenComparingInt(call -> call.first().request()));
        WritingStyles styles = new WritingStyles(traffic.table());
        Map<Long, List<Call>> byStyle = new LinkedHashMap<>();
        Map<Long, List<Call>> byName = new LinkedHashMap<>();
        for (Call call : few) {
            byStyle.computeIfAbsent(
                            toTarget(call, styles.number(call.first())), _ -> new ArrayList<>(1))
                    .add(call);
            if (!NO_NAMES.contains(name(call, traffic).toLowerCase(Locale.ROOT))) {
                byName.computeIfAbsent(toTarget(call, call.caller()), _ -> new ArrayList<>(1))
                        .add(call);
            }
        }
        byStyle.values().forEach(alike -> pooled(alike, traffic, findings));
        byName.values().forEach(alike -> pooled(alike, traffic, findings));
        return findings;
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

    /// What calls to one target have in common, as one number.
    private static long toTarget(Call call, int number) {
        return (long) call.destination() << Integer.SIZE | Integer.toUnsignedLong(number);
    }

    /// What one source's calls are like.
    private static final class Caller {

        private final boolean isSpit;
        private final boolean isMinor;

        Caller(List<Call> calls, int users, KnownNetworks networks, Traffic traffic) {
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
            boolean isStranger = roles.isStranger(source) && !networks.has(source);
            int received =
                    Math.max(
                            roles.received(source),
                            roles.isStranger(source) ? networks.received(source) : 0);
            boolean areFew = size < least && isStranger && users >= MANY_USERS;
            if (size < least && !areFew) {
                isSpit = false;
                isMinor = false;
                return;
            }
            long callees = calls.stream().map(Call::callee).distinct().count();
            double needed =
                    areFew
                            ? settings.count(CALLEES)
                            : Math.max(
                                    settings.count(CALLEES),
                                    Math.min(MOST_CALLEES, settings.real(SHARE) * users));
            double shortShare = areFew ? FEW_SHORT_SHARE : settings.real(SHORT_SHARE);
            boolean isFast =
                    Peak.within(calls.stream().mapToLong(Call::atNanos).toArray(), HALF_HOUR)
                            >= settings.count(KNOWN_CALLS);
            isMinor = areFew;
            isSpit =
                    callees >= needed
                            && received <= settings.real(RECEIVED) * size
                            && shortCalls(calls, traffic) >= shortShare * size
                            && notFound(calls) <= MOST_NOT_FOUND * size
                            && (isStranger || isFast);
        }

        boolean isSpit() {
            return isSpit;
        }

        boolean isMinor() {
            return isMinor;
        }
    }

    private static long shortCalls(List<Call> calls, Traffic traffic) {
        double seconds = traffic.settings().real(SHORT_SECONDS);
        long end = traffic.table().lastNanos();
        return calls.stream().filter(call -> talkSeconds(call, end) < seconds).count();
    }

    /// A call without BYE lasts for two minutes, or until the capture ends.
    private static double talkSeconds(Call call, long endNanos) {
        return call.talkNanos(Math.min(endNanos, call.answeredAtNanos() + OPEN_NANOS))
                / Guesser.SECOND;
    }

    private static long notFound(List<Call> calls) {
        return calls.stream().filter(call -> call.last().status() == NOT_FOUND).count();
    }

    private static String name(Call call, Traffic traffic) {
        return traffic.table().user(call.caller());
    }

    /// Calls of several strangers that write alike or use one name, to one target.
    private static void pooled(List<Call> all, Traffic traffic, List<Finding> findings) {
        Settings settings = traffic.settings();
        if (all.size() < settings.count(POOLED_CALLS)) {
            return;
        }
        List<Call> alike = all.stream().filter(call -> !traffic.isExplained(call.first())).toList();
        if (alike.size() < settings.count(POOLED_CALLS)) {
            return;
        }
        int from = 0;
        for (List<HopTransaction> span : Spans.byHabit(alike.stream().map(Call::first).toList())) {
            List<Call> calls = alike.subList(from, from + span.size());
            from += span.size();
            if (calls.size() < settings.count(POOLED_CALLS)) {
                continue;
            }
            Set<Integer> sources = new HashSet<>();
            Set<Integer> callees = new HashSet<>();
            for (Call call : calls) {
                sources.add(call.source());
                callees.add(call.callee());
            }
            if (sources.size() >= settings.count(POOLED_SOURCES)
                    && callees.size() >= POOLED_CALLEES
                    && shortCalls(calls, traffic) >= POOLED_SHORT_SHARE * calls.size()
                    && notFound(calls) <= MOST_NOT_FOUND * calls.size()) {
                findings.add(finding(calls, false, traffic));
                explain(calls, traffic);
            }
        }
    }

    private static Outcome outcome(List<Call> calls) {
        if (calls.stream().anyMatch(Call::isAnswered)) {
            return Outcome.SUCCEEDED;
        }
        boolean rang = calls.stream().anyMatch(call -> call.last().provisional() >= RINGING);
        return rang ? Outcome.PARTIAL : Outcome.ATTEMPTED;
    }

    private static Finding finding(List<Call> calls, boolean isMinor, Traffic traffic) {
        HostRoles roles = traffic.roles();
        Settings settings = traffic.settings();
        List<HopTransaction> invites =
                calls.stream().flatMap(call -> call.invites().stream()).toList();
        List<Call> answered = calls.stream().filter(Call::isAnswered).toList();
        Set<Integer> sources = new HashSet<>();
        Set<Integer> callees = new HashSet<>();
        Set<Integer> names = new HashSet<>();
        for (Call call : calls) {
            sources.add(call.source());
            callees.add(call.callee());
            names.add(call.caller());
        }
        boolean areStrangers = sources.stream().allMatch(roles::isStranger);
        long shortCalls = shortCalls(calls, traffic);
        int received = sources.stream().mapToInt(roles::received).sum();
        Observed observed =
                new Observed(traffic, IncidentKind.SPIT)
                        .on(invites)
                        .by(HostNames.actors(traffic.table(), invites))
                        .against(calls.stream().map(Call::destination))
                        .outcome(outcome(calls))
                        .confidence(
                                0.4
                                        + calls.size() / 150.0
                                        + (areStrangers ? 0.2 : 0)
                                        + (names.size() > SEVERAL_NAMES ? 0.1 : 0))
                        .hints(new JoinHints("", Set.of(), calls.size()))
                        .measure(
                                "spit.measure.calls",
                                calls.size(),
                                settings.count(isMinor ? FEW_CALLS : CALLS))
                        .measure("spit.measure.callees", callees.size(), settings.count(CALLEES))
                        .measure(
                                "spit.measure.short",
                                (double) shortCalls / calls.size(),
                                settings.real(SHORT_SHARE))
                        .clause(TEXTS.text("spit.called", callees.size(), calls.size()), invites);
        if (names.size() > 1) {
            observed.words(TEXTS.text("spit.names", names.size()));
        }
        observed.words(TEXTS.text("spit.of-which"));
        if (answered.isEmpty()) {
            observed.words(TEXTS.text("spit.answered.none"));
        } else {
            observed.clause(
                    TEXTS.text("spit.answered", answered.size()),
                    answered.stream().map(Call::last).toList());
        }
        observed.words(
                        TEXTS.text(
                                "spit.short", shortCalls, Math.round(settings.real(SHORT_SECONDS))))
                .card(
                        TEXTS.text("spit.card.calls", calls.size()),
                        TEXTS.text("spit.card.answered", answered.size()))
                .key(calls.getFirst().first().request(), TEXTS.text("spit.key.first"))
                .key(
                        answered.isEmpty() ? -1 : answered.getFirst().last().response(),
                        TEXTS.text("spit.key.answered"))
                .key(calls.getLast().first().request(), TEXTS.text("spit.key.last"))
                .notDetermined(TEXTS.text("spit.unknown"))
                .alternative(
                        TEXTS.text(
                                areStrangers
                                        ? "spit.alternative.trunk"
                                        : "spit.alternative.call-centre",
                                received,
                                calls.size()));
        if (isMinor) {
            observed.minor();
        }
        return observed.finding();
    }
}
