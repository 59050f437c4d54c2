package org.sipsleuth.rule;

import static org.sipsleuth.rule.Observed.TEXTS;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.measured;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Recognises firewall pinhole abuse: many calls between the same two, answered at once and open at
/// the same time, each of which makes a firewall or SBC open media ports (RFC 3261 §26, RFC 7362).
///
/// A number that many call is a service, and no accomplice.
final class FirewallPinhole implements SessionRule {

    private static final String CALLS = "pinhole-calls";
    private static final String ANSWERED = "pinhole-answered";
    private static final String ANSWER_SECONDS = "pinhole-answer-seconds";
    private static final String AT_ONCE = "pinhole-at-once";
    private static final String OPEN_SECONDS = "pinhole-open-seconds";

    /// The share of a callee's calls that come from one source where it is no service.
    private static final double MOST_CALLS = 0.6;

    /// Of calls that are to keep ports open, so many are open at once at least: a test's calls end
    /// as others begin.
    private static final double KEPT_OPEN = 0.5;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.FIREWALL_PINHOLE);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.whole(CALLS, 15, "calls", 2, 1_000_000,
                        "calls of one source to one user that may be pinhole abuse"),
                Setting.real(ANSWERED, 0.7, "", 0, 1, "share of them that are answered"),
                Setting.real(ANSWER_SECONDS, 1.5, "s", 0, 3_600,
                        "median time until they are answered: less than people need"),
                Setting.whole(AT_ONCE, 4, "calls", 1, 1_000_000, "calls that are open at the same time"),
                Setting.real(OPEN_SECONDS, 3, "s", 0, 86_400,
                        "median time that they stay open: a load test's calls end at once"));
    }

    private record Pair(int source, int callee) {}

    @Override
    public List<Finding> apply(Traffic traffic) {
        HostRoles roles = traffic.roles();
        int least = traffic.settings().count(CALLS);
        Map<Integer, Integer> called = new HashMap<>();
        Map<Pair, List<Call>> byPair = new LinkedHashMap<>();
        for (Call call : traffic.openCalls()) {
            called.merge(call.callee(), 1, Integer::sum);
            if (!roles.isServer(call.source()) && !roles.isTrunk(call.source())) {
                byPair.computeIfAbsent(new Pair(call.source(), call.callee()), _ -> new ArrayList<>(1)).add(call);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Pair, List<Call>> each : byPair.entrySet()) {
            List<Call> calls = each.getValue();
            if (calls.size() >= least && each.getKey().callee() != HopTransaction.NONE
                    && calls.size() >= MOST_CALLS * called.getOrDefault(each.getKey().callee(), 0)) {
                look(calls, traffic, findings);
            }
        }
        return findings;
    }

    /// Whether most calls end with BYE while others begin, so that few are ever open: a load test
    /// keeps no ports open.
    private static boolean endAsOthersBegin(int calls, int atOnce, List<Call> answered) {
        long ended = answered.stream().filter(call -> call.endedAtNanos() != 0).count();
        return atOnce < KEPT_OPEN * calls && ended > MOST_CALLS * answered.size();
    }

    private static void look(List<Call> calls, Traffic traffic, List<Finding> findings) {
        Settings settings = traffic.settings();
        TransactionTable table = traffic.table();
        List<Call> answered = calls.stream().filter(Call::isAnswered).toList();
        double delay = Peak.median(answered.stream()
                .mapToDouble(call -> (call.answeredAtNanos() - call.last().atNanos()) / Guesser.SECOND)
                .toArray());
        double open =
                Peak.median(answered.stream().mapToDouble(call -> table.talkNanos(call) / Guesser.SECOND).toArray());
        int atOnce = Peak.atOnce(calls, Long.MAX_VALUE / 4, table);
        if (answered.size() < settings.real(ANSWERED) * calls.size() || answered.isEmpty()
                || delay >= settings.real(ANSWER_SECONDS) || open < settings.real(OPEN_SECONDS)
                || atOnce < settings.count(AT_ONCE) || endAsOthersBegin(calls.size(), atOnce, answered)) {
            return;
        }
        List<HopTransaction> invites = calls.stream().flatMap(call -> call.invites().stream()).toList();
        Call first = calls.getFirst();
        Sentence callee = Names.cut(table.user(first.callee()));
        boolean isStranger = traffic.roles().isStranger(first.source());
        Observed observed = new Observed(traffic, IncidentKind.FIREWALL_PINHOLE).on(invites)
                .by(HostNames.actors(table, invites))
                .against(calls.stream().map(Call::destination))
                .accounts(Stream.of(first.callee()))
                .outcome(Outcome.SUCCEEDED)
                .confidence(isStranger ? 0.9 : 0.7)
                .hints(new JoinHints("", Set.of(), calls.size()))
                .measure("pinhole.measure.at-once", atOnce, settings.count(AT_ONCE))
                .measure("pinhole.measure.calls", calls.size(), settings.count(CALLS))
                .did("called", TEXTS.sentence("pinhole.called", callee, count(calls.size())), invites)
                .words(Observed.callers(calls, table))
                .words(TEXTS.sentence("pinhole.of-which"))
                .clause(TEXTS.sentence("pinhole.open", count(atOnce)), answered.stream().map(Call::last).toList())
                .words(TEXTS.sentence("pinhole.answered", measured(delay)))
                .card(TEXTS.sentence("pinhole.card.calls", count(calls.size())),
                        TEXTS.sentence("pinhole.card.open", count(atOnce)))
                .key(first.first().request(), TEXTS.sentence("pinhole.key.first"))
                .key(answered.getFirst().last().response(), TEXTS.sentence("pinhole.key.answered"))
                .notDetermined(TEXTS.sentence("pinhole.unknown"))
                .alternative(TEXTS.sentence(isStranger ? "pinhole.alternative.stranger" : "pinhole.alternative.known"));
        findings.add(observed.finding());
        traffic.explain(invites, IncidentKind.FIREWALL_PINHOLE);
    }
}
