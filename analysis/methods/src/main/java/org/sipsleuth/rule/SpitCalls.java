package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.user;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What calls are like that may be SPIT: how many are short, to how many callees, under how many
/// names.
final class SpitCalls {

    static final String SHORT_SECONDS = "spit-short-seconds";

    /// A call without BYE lasts so long, or until its coverage ends.
    private static final long OPEN_NANOS = 120_000_000_000L;

    private static final int NOT_FOUND = 404;
    private static final double MOST_NOT_FOUND = 0.5;

    private final List<Call> calls;
    private final TransactionTable table;
    private final long shortOnes;

    SpitCalls(List<Call> calls, Traffic traffic) {
        this.calls = calls;
        double most = traffic.settings().real(SHORT_SECONDS) * Guesser.SECOND;
        this.table = traffic.table();
        this.shortOnes = calls.stream().filter(call -> talkNanos(call, table) < most).count();
    }

    private static long talkNanos(Call call, TransactionTable table) {
        return call.talkNanos(Math.min(table.endNanos(call), call.answeredAtNanos() + OPEN_NANOS));
    }

    /// How many are short, unanswered or refused.
    long shortOnes() {
        return shortOnes;
    }

    /// Whether at least this share is.
    boolean areShort(double share) {
        return shortOnes >= share * calls.size();
    }

    /// How many users they are made to.
    int callees() {
        return Math.toIntExact(calls.stream().mapToInt(Call::callee).distinct().count());
    }

    /// The users that they are made to: the first ones, and how many more.
    Sentence called() {
        return Observed.few(byCallee().keySet().stream().map(this::name).toList());
    }

    /// All users that they are made to, each with its calls.
    Rationale rationale() {
        Map<Integer, List<HopTransaction>> byCallee = byCallee();
        Rationale.Builder lines =
                new Rationale.Builder().section(Observed.TEXTS.sentence("spit.rationale", count(byCallee.size())));
        byCallee.forEach((user, its) -> lines.cited(name(user),
                Observed.TEXTS.sentence("spit.rationale.calls", count(its.size())), Observed.evidenceOf(its)));
        return lines.build();
    }

    private Map<Integer, List<HopTransaction>> byCallee() {
        Map<Integer, List<HopTransaction>> byCallee = new LinkedHashMap<>();
        calls.forEach(call -> byCallee.computeIfAbsent(call.callee(), _ -> new ArrayList<>()).add(call.last()));
        return byCallee;
    }

    private Sentence name(int user) {
        return user(table.user(user));
    }

    /// How many caller names they have.
    int names() {
        return Math.toIntExact(calls.stream().mapToInt(Call::caller).distinct().count());
    }

    /// Whether most are for users that exist; otherwise users are being enumerated.
    boolean areForUsers() {
        long missing = calls.stream().filter(call -> call.last().status() == NOT_FOUND).count();
        return missing <= MOST_NOT_FOUND * calls.size();
    }
}
