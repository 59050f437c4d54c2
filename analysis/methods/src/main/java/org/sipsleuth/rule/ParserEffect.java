package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What malformed requests did to their targets.
///
/// @param outcome succeeded where a target stops answering others, partial where it answers with a
///     fault or times out, attempted where it answered enough others as before, else not determined
/// @param seen the requests of others that were not answered, or those answered with an error
/// @param shown the message that shows it first: a request that was not answered, or an error;
///     negative where nothing is seen
/// @param served how many of others the target answered as before that answered fewest
record ParserEffect(Outcome outcome, List<HopTransaction> seen, int shown, int served) {

    /// 64 × T1 and a second (RFC 3261 §17.1.1.2).
    private static final long TIMEOUT = Duration.ofSeconds(33).toNanos();

    /// A target that stops answering does so within this time.
    private static final long AFTER = Duration.ofMinutes(5).toNanos();

    private static final int FEWEST_SILENT = 5;
    private static final double MOST_SILENT_BEFORE = 0.2;

    private static final int MOST_TARGETS = 100;

    private static final Set<String> FAULTS = Set.of("408", "500", "502", "503", "504");

    static ParserEffect of(List<HopTransaction> span, int[] targets, Groups byTarget, Traffic traffic) {
        if (!traffic.table().visibility().hasResponses()) {
            return new ParserEffect(Outcome.NOT_DETERMINED, List.of(), -1, 0);
        }
        for (int i = 0; i < targets.length && i < MOST_TARGETS; i++) {
            List<HopTransaction> silent = silence(span, targets[i], byTarget, traffic);
            if (!silent.isEmpty()) {
                return new ParserEffect(Outcome.SUCCEEDED, silent, silent.getFirst().request(), 0);
            }
        }
        Map<HopTransaction, Integer> faults = faults(span, traffic.table());
        List<HopTransaction> errors = span.stream().filter(faults::containsKey).toList();
        if (!errors.isEmpty()) {
            return new ParserEffect(Outcome.PARTIAL, errors, faults.getOrDefault(errors.getFirst(), -1), 0);
        }
        int served = Arrays.stream(targets)
                .limit(MOST_TARGETS)
                .map(target -> served(span, target, byTarget))
                .min()
                .orElse(0);
        return new ParserEffect(served >= OthersServed.ENOUGH ? Outcome.ATTEMPTED : Outcome.NOT_DETERMINED, List.of(),
                -1, served);
    }

    private static int served(List<HopTransaction> span, int target, Groups byTarget) {
        BitSet attackers = attackers(span);
        return OthersServed
                .count(byTarget.of(target, span.getFirst().atNanos(), span.getLast().atNanos() + OthersServed.AFTER)
                        .stream()
                        .filter(each -> !attackers.get(each.source()))
                        .toList());
    }

    private static BitSet attackers(List<HopTransaction> span) {
        BitSet attackers = new BitSet();
        span.forEach(each -> attackers.set(each.source()));
        return attackers;
    }

    /// The first answers that show that a request that should be refused was passed on, or led to a
    /// fault; also those that come after another answer.
    private static Map<HopTransaction, Integer> faults(List<HopTransaction> span, TransactionTable table) {
        SipIndex index = table.index();
        Map<HopTransaction, Integer> faults = new HashMap<>(); // no equals: by identity
        span.stream().mapToInt(HopTransaction::dialog).distinct().forEach(dialog -> {
            for (int message : index.messagesOf(dialog)) {
                int its = table.transactionOf(message);
                if (its >= 0 && FAULTS.contains(index.messages().typeName(index.messages().type(message)))) {
                    faults.putIfAbsent(table.all().get(its), message);
                }
            }
        });
        return faults;
    }

    /// The requests of others from which on a target answered nobody; empty where it goes on.
    private static List<HopTransaction> silence(List<HopTransaction> span, int target, Groups byTarget,
            Traffic traffic) {
        BitSet attackers = attackers(span);
        long from = span.getFirst().atNanos();
        List<HopTransaction> before =
                byTarget.of(target, from - AFTER, from).stream().filter(each -> !attackers.get(each.source())).toList();
        long silentBefore = before.stream().filter(each -> !each.isAnswered()).count();
        if (before.size() < FEWEST_SILENT || silentBefore > MOST_SILENT_BEFORE * before.size()) {
            return List.of();
        }
        List<HopTransaction> silent = new ArrayList<>();
        TransactionTable table = traffic.table();
        for (HopTransaction each : byTarget.of(target, from, span.getLast().atNanos() + AFTER)) {
            boolean isOver = table.untilEndNanos(each) >= TIMEOUT;
            if (attackers.get(each.source()) || !isOver) {
                continue;
            }
            if (each.isAnswered()) {
                silent.clear();
            } else {
                silent.add(each);
            }
        }
        return silent.size() < FEWEST_SILENT ? List.of() : silent;
    }
}
