package org.sipsleuth.transaction.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Requests that one server did not answer, or refused as unavailable, and that another one took
/// (RFC 3263 §4.3).
final class FailoverFaults {

    private static final Set<Integer> METHODS =
            Set.of(MessageTypes.INVITE, MessageTypes.REGISTER, MessageTypes.MESSAGE, MessageTypes.SUBSCRIBE);

    /// The first server failed: it is unavailable, or did not answer in time.
    private static final Set<Integer> UNAVAILABLE = Set.of(408, 503, 504);

    /// A request that goes elsewhere sooner, without an answer of the first server, is forked.
    private static final long LEAST_SILENCE_NANOS = 1_000_000_000L;

    /// Timer B and F end the wait after 32 s (RFC 3261 §17.1); what comes much later is another
    /// attempt.
    private static final long MOST_NANOS = Duration.ofSeconds(40).toNanos();

    /// Methods whose requests with another Call-ID may be the same one: a phone may register with
    /// two servers at any time.
    private static final Set<Integer> REPEATED = Set.of(MessageTypes.INVITE, MessageTypes.MESSAGE);

    /// With another Call-ID, silence counts only if it was so long: forks are sent at once.
    private static final long LONG_SILENCE_NANOS = 4_000_000_000L;

    /// After a server refused, its client asks the next one at once.
    private static final long SOON_NANOS = 5_000_000_000L;

    private final TransactionTable table;

    /// The hosts that registered an account: phones, which are hunted one after the other.
    private final Set<Integer> phones = new HashSet<>();

    /// The numbers of requests of one sender that are the same but for the server, where one failed.
    private final FingerprintMap requests = new FingerprintMap();

    private final Fingerprint fingerprint = new Fingerprint();

    /// The last of each number, if that failed.
    private final List<Optional<HopTransaction>> failed = new ArrayList<>();

    private final Map<Integer, String> takenOver = new HashMap<>();

    private record Servers(int source, int method, int failed, int taking) {}

    private record Step(HopTransaction failed, HopTransaction taken) {}

    FailoverFaults(TransactionTable table) {
        this.table = table;
        for (HopTransaction hop : table.origins()) {
            if (hop.method() == MessageTypes.REGISTER) {
                phones.add(hop.source());
            }
        }
    }

    /// The faults, in the order of time; one for each pair of servers and method.
    List<NetworkFault> faults() {
        Map<Servers, List<Step>> steps = new LinkedHashMap<>();
        for (HopTransaction hop : table.all()) {
            if (METHODS.contains(hop.method()) && !hop.isWithinDialog()) {
                step(hop).ifPresent(
                        step -> steps
                                .computeIfAbsent(new Servers(hop.source(), hop.method(), step.failed.destination(),
                                        hop.destination()), _ -> new ArrayList<>(1))
                                .add(step));
            }
        }
        return steps.values().stream().map(this::fault).toList();
    }

    /// The server that took the call, by the dialog that failed at another one; only after [#faults].
    Map<Integer, String> takenOver() {
        return Map.copyOf(takenOver);
    }

    private Optional<Step> step(HopTransaction hop) {
        boolean isNamed = REPEATED.contains(hop.method()) && !hop.isCopy() && hop.fromUser() >= 0 && hop.toUser() >= 0;
        Optional<Step> step = replaced(sameCall(hop)).or(() -> isNamed ? replaced(sameUsers(hop)) : Optional.empty())
                .filter(before -> isFailover(before, hop))
                .map(before -> new Step(before, hop));
        replace(sameCall(hop), hop);
        if (isNamed) {
            replace(sameUsers(hop), hop);
        }
        return step;
    }

    private Fingerprint sameCall(HopTransaction hop) {
        return fingerprint.begin().add(hop.source()).add(hop.method()).add(hop.dialog()).end();
    }

    private Fingerprint sameUsers(HopTransaction hop) {
        return fingerprint.begin().add(hop.source()).add(hop.method()).add(hop.fromUser()).add(hop.toUser()).end();
    }

    private Optional<HopTransaction> replaced(Fingerprint which) {
        int number = requests.find(which);
        return number < 0 ? Optional.empty() : failed.get(number);
    }

    private void replace(Fingerprint which, HopTransaction hop) {
        boolean isFailed = isSilent(hop) || UNAVAILABLE.contains(hop.status());
        int number = isFailed ? requests.number(which) : requests.find(which);
        if (number == failed.size()) {
            failed.add(Optional.of(hop));
        } else if (number >= 0) {
            failed.set(number, isFailed ? Optional.of(hop) : Optional.empty());
        }
    }

    private static boolean isSilent(HopTransaction hop) {
        return !hop.isAnswered();
    }

    private boolean isFailover(HopTransaction before, HopTransaction hop) {
        long after = hop.atNanos() - before.atNanos();
        boolean isTaken = hop.isAnswered() && !UNAVAILABLE.contains(hop.status());
        if (before.destination() == hop.destination() || !isTaken || after > MOST_NANOS) {
            return false;
        }
        boolean isSameCall = before.dialog() == hop.dialog();
        boolean isHunt = !isSameCall && (phones.contains(before.destination()) || phones.contains(hop.destination()));
        boolean isInTime = isSilent(before)
                ? after >= (isSameCall ? LEAST_SILENCE_NANOS : LONG_SILENCE_NANOS) && !isHunt
                        && before.retransmissions() > 0 && table.visibility(before).hasResponses()
                : hop.atNanos() >= before.answeredAtNanos() && hop.atNanos() - before.answeredAtNanos() <= SOON_NANOS;
        return isInTime && isForTheSame(before, hop);
    }

    /// Whether both are for the same resource: of what a proxy passes on, another URI is another
    /// branch of a fork.
    private boolean isForTheSame(HopTransaction before, HopTransaction hop) {
        return hop.isCopy() ? uri(before).equals(uri(hop)) : before.requestUser() == hop.requestUser();
    }

    private String uri(HopTransaction hop) {
        return table.index().message(hop.request()) instanceof SipRequest request ? request.requestUri() : "";
    }

    private NetworkFault fault(List<Step> steps) {
        Step first = steps.getFirst();
        Collected found = new Collected();
        long longest = 0;
        for (Step each : steps) {
            if (each.failed.dialog() != each.taken.dialog()) {
                takenOver.put(each.failed.dialog(), table.host(each.taken.destination()));
            }
            found.dialog(each.failed.dialog())
                    .dialog(each.taken.dialog())
                    .message(each.failed.request())
                    .message(each.failed.response())
                    .message(each.taken.request())
                    .user(table.user(each.taken.fromUser()))
                    .user(table.user(each.taken.toUser()))
                    .at(each.taken.atNanos());
            longest = Math.max(longest, each.taken.atNanos() - each.failed.atNanos());
        }
        String method = table.index().messages().typeName(first.taken.method());
        String failed = table.host(first.failed.destination());
        String taking = table.host(first.taken.destination());
        String cause = isSilent(first.failed)
                ? "the first did not answer %s, sent %,d times".formatted(method, first.failed.retransmissions() + 1)
                : "the first answered %s with %d".formatted(method, first.failed.status());
        String after = Collected.seconds(first.taken.atNanos() - first.failed.atNanos());
        found.value("source", table.host(first.taken.source()))
                .value("method", method)
                .value("failed", failed)
                .value("taking", taking)
                .value("status", isSilent(first.failed) ? "" : Integer.toString(first.failed.status()))
                .value("after", after)
                .value("longest", Collected.seconds(longest))
                .value("times", Long.toString(found.count()));
        String more = steps.size() == 1 ? ""
                : "; %,d times in all, after %s at most".formatted(steps.size(), Collected.seconds(longest));
        return found.fault(FaultKind.FAILOVER, "%s went from %s to %s after %s: %s, the second took it%s."
                .formatted(table.host(first.taken.source()), failed, taking, after, cause, more));
    }
}
