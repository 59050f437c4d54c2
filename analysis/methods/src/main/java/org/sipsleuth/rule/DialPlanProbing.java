package org.sipsleuth.rule;

import static org.sipsleuth.rule.Observed.TEXTS;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.user;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.KnownOtherwise;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;

/// Recognises dial-plan probing: one number dialled with many prefixes, to find the one that leads
/// out (`9011…`, `00…`, `900…`). The first step of toll fraud.
final class DialPlanProbing implements SessionRule {

    private static final String PREFIXES = "toll-prefixes";
    private static final int SAME_DIGITS = KnownOtherwise.SAME_DIGITS;
    private static final int RINGING = 180;

    /// Known hosts may dial one number in several ways.
    private static final int TIMES_FOR_KNOWN = 2;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.TOLL_FRAUD);
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(PREFIXES, 4, "prefixes", 2, 1_000_000,
                "prefixes dialled before one number that are dial-plan probing; twice as many of a known host"));
    }

    private record Key(int source, String number) {}

    @Override
    public List<Finding> apply(Traffic traffic) {
        HostRoles roles = traffic.roles();
        int least = traffic.settings().count(PREFIXES);
        Map<Key, List<Call>> byNumber = new LinkedHashMap<>();
        for (Call call : traffic.openCalls()) {
            String dialled = DialledNumbers.plain(traffic.table().user(call.callee()));
            if (isLong(dialled) && !roles.isServer(call.source()) && !roles.isTrunk(call.source())) {
                String number = dialled.substring(dialled.length() - SAME_DIGITS);
                byNumber.computeIfAbsent(new Key(call.source(), number), _ -> new ArrayList<>(1)).add(call);
            }
        }
        Map<Integer, List<List<Call>>> bySource = new LinkedHashMap<>();
        for (Map.Entry<Key, List<Call>> each : byNumber.entrySet()) {
            int source = each.getKey().source();
            int needed = roles.isKnown(source) ? TIMES_FOR_KNOWN * least : least;
            if (each.getValue().size() >= needed && dialled(each.getValue(), traffic).size() >= needed) {
                bySource.computeIfAbsent(source, _ -> new ArrayList<>()).add(each.getValue());
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (List<List<Call>> numbers : bySource.values()) {
            // stable: of as many prefixes, the number that was dialled first
            numbers.sort(Comparator.comparingInt((List<Call> calls) -> dialled(calls, traffic).size()).reversed());
            findings.add(finding(numbers, traffic));
            numbers.forEach(calls -> calls.forEach(call -> traffic.explain(call.invites(), IncidentKind.TOLL_FRAUD)));
        }
        return findings;
    }

    /// Whether it has digits only, with or without `+`, and more than those that stay the same.
    private static boolean isLong(String dialled) {
        return dialled.length() > SAME_DIGITS && dialled.length() <= 40
                && dialled.chars().skip(1).allMatch(each -> each >= '0' && each <= '9')
                && "+0123456789*#".indexOf(dialled.charAt(0)) >= 0;
    }

    private static Set<String> dialled(List<Call> calls, Traffic traffic) {
        Set<String> dialled = new LinkedHashSet<>();
        calls.forEach(call -> dialled.add(traffic.table().user(call.callee())));
        return dialled;
    }

    private static Outcome outcome(List<Call> reached) {
        if (reached.stream().anyMatch(Call::isAnswered)) {
            return Outcome.SUCCEEDED;
        }
        return reached.isEmpty() ? Outcome.ATTEMPTED : Outcome.PARTIAL;
    }

    /// @param numbers the calls to each number, that with the most prefixes first
    private static Finding finding(List<List<Call>> numbers, Traffic traffic) {
        List<Call> calls = numbers.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(call -> call.first().request()))
                .toList();
        List<Call> reached =
                calls.stream().filter(each -> each.isAnswered() || each.last().provisional() >= RINGING).toList();
        List<HopTransaction> invites = calls.stream().flatMap(each -> each.invites().stream()).toList();
        int prefixes = dialled(numbers.getFirst(), traffic).size();
        int others = numbers.size() == 1 ? 0 : dialled(numbers.get(1), traffic).size();
        String number = DialledNumbers.plain(traffic.table().user(numbers.getFirst().getFirst().callee()));
        number = "…" + number.substring(number.length() - SAME_DIGITS);
        Set<String> tried = new TreeSet<>(dialled(calls, traffic));
        Observed observed = new Observed(traffic, IncidentKind.TOLL_FRAUD).on(invites)
                .by(HostNames.actors(traffic.table(), invites))
                .against(calls.stream().map(Call::destination))
                .outcome(outcome(reached))
                .confidence("0.7 + 0.03 · n", Input.of("n", Observed.TEXTS.sentence("explain.numbers"), tried.size()))
                .hints(new JoinHints("", Set.of(), calls.size()))
                .measure("toll.measure.prefixes", prefixes, traffic.settings().count(PREFIXES))
                .did("tried", TEXTS.sentence("toll.probed", count(prefixes), user(number), count(numbers.size() - 1),
                        count(others)), invites);
        if (reached.isEmpty()) {
            observed.words(TEXTS.sentence("toll.probed.none"));
        } else {
            observed.words(TEXTS.sentence("toll.and"))
                    .did("reached",
                            TEXTS.sentence("toll.probed.reached", count(reached.size()),
                                    Names.cut(traffic.table().user(reached.getFirst().callee()))),
                            reached.stream().map(Call::last).toList());
            observed.key(reached.getFirst().last().response(), TEXTS.sentence("toll.key.reached"));
        }
        observed.card(TEXTS.sentence("toll.card.prefixes", count(prefixes)),
                TEXTS.sentence("toll.card.reached", count(reached.size())))
                .key(calls.getFirst().first().request(), TEXTS.sentence("toll.key.probed"))
                .alternative(TEXTS.sentence("toll.alternative.prefixes"));
        return observed.finding();
    }
}
