package org.sipsleuth.rule;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The legitimate requests to a host, while it was flooded and otherwise: those that no rule has
/// explained, of hosts that took no part in the floods.
final class FloodedTarget {

    /// 64 × T1 and a second (RFC 3261 §17.1.1.2).
    private static final long TIMEOUT = Duration.ofSeconds(33).toNanos();

    /// From this factor on, a share is higher than usual.
    private static final double RAISED = 2;

    /// From this factor on, responses are slower than usual.
    private static final double SLOWER = 3;

    private static final long NOTICED = Duration.ofMillis(200).toNanos();
    private static final int ENOUGH = 5;
    private static final int SEVERAL = 2;
    private static final double HALF = 0.5;

    private final TransactionTable table;
    private final int mostFaults;
    private final Groups requests;
    private final int quiet;
    private final long quietFailed;
    private final long quietRepeated;
    private final long quietDelay;
    private final Map<Integer, Integer> quietCalls = new HashMap<>();
    private final Map<Integer, Integer> quietBusy = new HashMap<>();

    /// @param floods all of them against this target
    /// @param toTarget all transactions to it at their hop of origin, in the order of time
    /// @param mostFaults so many answers with 5xx are still a few
    FloodedTarget(List<Flood> floods, List<HopTransaction> toTarget, Traffic traffic, int mostFaults) {
        this.table = traffic.table();
        this.mostFaults = mostFaults;
        Set<Integer> actors = new HashSet<>();
        floods.forEach(flood -> actors.addAll(flood.actors()));
        List<HopTransaction> legitimate = toTarget.stream()
                .filter(each -> !traffic.isExplained(each))
                .filter(each -> !actors.contains(each.source()))
                .toList();
        requests = Groups.by(_ -> 0, 1, legitimate);
        List<HopTransaction> otherwise = outside(floods, legitimate);
        quiet = otherwise.size();
        quietFailed = otherwise.stream().filter(each -> isFailed(each) || isFault(each)).count();
        quietRepeated = otherwise.stream().filter(this::isRepeated).count();
        quietDelay = medianDelay(otherwise);
        for (HopTransaction each : otherwise) {
            if (isCall(each)) {
                quietCalls.merge(each.requestUser(), 1, Integer::sum);
                quietBusy.merge(each.requestUser(), isBusy(each) ? 1 : 0, Integer::sum);
            }
        }
    }

    private static List<HopTransaction> outside(List<Flood> floods, List<HopTransaction> legitimate) {
        List<Flood> ordered = floods.stream().sorted(Comparator.comparingLong(Flood::fromNanos)).toList();
        Set<HopTransaction> within = new HashSet<>(); // no equals: by identity
        int next = 0;
        long end = Long.MIN_VALUE;
        for (HopTransaction each : legitimate) {
            while (next < ordered.size() && ordered.get(next).fromNanos() <= each.atNanos()) {
                end = Math.max(end, ordered.get(next).toNanos() + OthersServed.AFTER);
                next++;
            }
            if (each.atNanos() <= end) {
                within.add(each);
            }
        }
        return legitimate.stream().filter(each -> !within.contains(each)).toList();
    }

    /// What became of them during one of the floods.
    FloodEffect during(Flood flood) {
        List<HopTransaction> meanwhile = table.visibility().hasResponses()
                ? requests.of(0, flood.fromNanos(), flood.toNanos() + OthersServed.AFTER)
                : List.of();
        if (meanwhile.isEmpty()) {
            return FloodEffect.notSeen();
        }
        List<HopTransaction> failed = meanwhile.stream().filter(each -> isFailed(each) || isFault(each)).toList();
        List<HopTransaction> refused = refused(meanwhile, flood);
        List<HopTransaction> repeated = meanwhile.stream().filter(this::isRepeated).toList();
        boolean moreFail = !failed.isEmpty() && isRaised(failed.size(), meanwhile.size(), quietFailed);
        boolean moreRepeat = repeated.size() >= SEVERAL && isRaised(repeated.size(), meanwhile.size(), quietRepeated);
        long delay = medianDelay(meanwhile);
        boolean isSlower =
                meanwhile.size() >= ENOUGH && quiet >= ENOUGH && delay >= NOTICED && delay >= SLOWER * quietDelay;
        List<HopTransaction> harmed =
                Stream.concat(moreFail ? failed.stream() : Stream.of(), refused.stream()).toList();
        long faults = harmed.stream().filter(FloodedTarget::isFault).count();
        int served = OthersServed.count(meanwhile);
        Outcome outcome = served >= OthersServed.ENOUGH ? Outcome.ATTEMPTED : Outcome.NOT_DETERMINED;
        if (harmed.size() > faults || faults > mostFaults) {
            outcome = Outcome.SUCCEEDED;
        } else if (!harmed.isEmpty() || moreRepeat || isSlower) {
            outcome = Outcome.PARTIAL;
        }
        return new FloodEffect(outcome, meanwhile.size(), harmed, moreRepeat ? repeated : List.of(),
                isSlower ? delay : 0, served);
    }

    /// The calls to a flooded user that were refused as busy, if most are, and otherwise are not.
    private List<HopTransaction> refused(List<HopTransaction> meanwhile, Flood flood) {
        if (!flood.method().equals("INVITE")) {
            return List.of();
        }
        Set<Integer> users = Set.copyOf(flood.users());
        int calls = users.stream().mapToInt(user -> quietCalls.getOrDefault(user, 0)).sum();
        int busy = users.stream().mapToInt(user -> quietBusy.getOrDefault(user, 0)).sum();
        List<HopTransaction> toUsers =
                meanwhile.stream().filter(each -> isCall(each) && users.contains(each.requestUser())).toList();
        List<HopTransaction> refused = toUsers.stream().filter(FloodedTarget::isBusy).toList();
        boolean isUsual = busy > HALF * calls;
        return isUsual || refused.size() <= HALF * toUsers.size() ? List.of() : refused;
    }

    private boolean isCall(HopTransaction each) {
        return !each.isWithinDialog() && table.index().messages().typeName(each.method()).equals("INVITE");
    }

    private static boolean isBusy(HopTransaction each) {
        return switch (each.status()) {
            case 480, 486, 600 -> true;
            default -> false;
        };
    }

    private static boolean isFault(HopTransaction each) {
        return switch (each.status()) {
            case 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    private boolean isRaised(int count, int all, long usual) {
        return quiet == 0 || (double) count / all >= RAISED * Math.max((double) usual, 0.5) / quiet;
    }

    /// Whether nobody answered it in time.
    private boolean isFailed(HopTransaction each) {
        boolean isSilent = !each.isAnswered() && !each.isCancelled() && table.untilEndNanos(each) > TIMEOUT;
        return isSilent || each.status() == 408;
    }

    private boolean isRepeated(HopTransaction each) {
        return each.retransmissions() > 0 && !isFailed(each) && !isFault(each);
    }

    private long medianDelay(List<HopTransaction> all) {
        long[] delays = all.stream()
                .filter(HopTransaction::isAnswered)
                .mapToLong(each -> firstAnswerNanos(each) - each.atNanos())
                .sorted()
                .toArray();
        return delays.length == 0 ? 0 : delays[delays.length / 2];
    }

    private long firstAnswerNanos(HopTransaction each) {
        return each.firstProvisional() >= 0 ? table.index().messages().capturedAtNanos(each.firstProvisional())
                : each.answeredAtNanos();
    }
}
