package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What malformed requests did to their targets.
///
/// @param outcome succeeded where a target stops answering others, partial where it answers with a
///     fault or times out, not determined where responses are not captured
/// @param seen the requests of others that were not answered, or those answered with an error
record ParserEffect(Outcome outcome, List<HopTransaction> seen) {

    /// 64 × T1 and a second (RFC 3261 §17.1.1.2).
    private static final long TIMEOUT = Duration.ofSeconds(33).toNanos();

    /// A target that stops answering does so within this time.
    private static final long AFTER = Duration.ofMinutes(5).toNanos();

    private static final int FEWEST_SILENT = 5;
    private static final double MOST_SILENT_BEFORE = 0.2;

    private static final int MOST_TARGETS = 100;

    static ParserEffect of(List<HopTransaction> span, int[] targets, Groups byTarget, Traffic traffic) {
        if (!traffic.table().visibility().hasResponses()) {
            return new ParserEffect(Outcome.NOT_DETERMINED, List.of());
        }
        for (int i = 0; i < targets.length && i < MOST_TARGETS; i++) {
            List<HopTransaction> silent = silence(span, targets[i], byTarget, traffic);
            if (!silent.isEmpty()) {
                return new ParserEffect(Outcome.SUCCEEDED, silent);
            }
        }
        List<HopTransaction> errors = span.stream().filter(ParserEffect::isOdd).toList();
        return new ParserEffect(errors.isEmpty() ? Outcome.ATTEMPTED : Outcome.PARTIAL, errors);
    }

    /// Whether a request that should be refused was passed on, or led to a fault.
    private static boolean isOdd(HopTransaction each) {
        return switch (each.status()) {
            case 408, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    /// The requests of others from which on a target answered nobody; empty where it goes on.
    private static List<HopTransaction> silence(List<HopTransaction> span, int target, Groups byTarget,
            Traffic traffic) {
        BitSet attackers = new BitSet();
        span.forEach(each -> attackers.set(each.source()));
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
