package org.sipsleuth.transaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.field.NameAddr;

/// Joins INVITEs outside dialogs to calls, by Call-ID and source. One that follows after the end of
/// a call with another From tag begins another call (RFC 3261 §12).
final class CallFinder {

    private final SipIndex index;
    private final Fingerprint fingerprint = new Fingerprint();
    private final FingerprintMap numbers = new FingerprintMap();
    private final List<List<HopTransaction>> invites = new ArrayList<>();

    /// The latest call of each Call-ID and source, as a place in [#invites].
    private final IntColumn latest = new IntColumn();

    /// The From tags that were read, by call.
    private final Map<Integer, Optional<String>> fromTags = new HashMap<>();

    private final DialogWalk walk;
    private int walked = HopTransaction.NONE;

    /// The times of all BYEs, by dialog, in order.
    private final long[] byeTimes;

    /// Where the times of each dialog end; they begin where those of the one before end.
    private final int[] byeEnds;

    /// @param all all transactions
    CallFinder(SipIndex index, List<HopTransaction> all) {
        this.index = index;
        walk = new DialogWalk(index);
        int dialogs = index.dialogs().size();
        byeEnds = new int[dialogs + 1];
        int byes = 0;
        for (HopTransaction each : all) {
            if (each.method == MessageTypes.BYE) {
                byeEnds[each.dialog + 1]++;
                byes++;
            }
        }
        for (int dialog = 0; dialog < dialogs; dialog++) {
            byeEnds[dialog + 1] += byeEnds[dialog];
        }
        byeTimes = new long[byes];
        for (HopTransaction each : all) { // in the order of time; moves each end to the next one
            if (each.method == MessageTypes.BYE) {
                byeTimes[byeEnds[each.dialog]++] = each.atNanos;
            }
        }
    }

    /// The calls of transactions, in the order of time.
    List<Call> calls(List<HopTransaction> origins) {
        for (HopTransaction each : origins) {
            if (each.method == MessageTypes.INVITE && !each.isWithinDialog()) {
                int number =
                        numbers.number(fingerprint.begin().add(each.dialog).add(each.source).end());
                if (number == latest.size()) {
                    latest.add(begin());
                } else if (isAnother(latest.get(number), each)) {
                    latest.set(number, begin());
                }
                invites.get(latest.get(number)).add(each);
            }
        }
        return invites.stream().map(this::call).toList();
    }

    private int begin() {
        invites.add(new ArrayList<>(1));
        return invites.size() - 1;
    }

    /// Whether an INVITE begins another call than the one before.
    private boolean isAnother(int call, HopTransaction invite) {
        List<HopTransaction> tries = invites.get(call);
        if (!isEnded(tries, invite.atNanos)) {
            return false;
        }
        Optional<String> its = fromTag(invite);
        Optional<String> before = fromTags.computeIfAbsent(call, _ -> fromTag(tries.getFirst()));
        if (its.equals(before)) {
            return false;
        }
        fromTags.put(invites.size(), its); // of the call that begins
        return true;
    }

    private boolean isEnded(List<HopTransaction> tries, long nanos) {
        HopTransaction last = tries.getLast();
        for (HopTransaction each : tries) {
            if (each.isAccepted()) {
                long bye = byeAfter(each.dialog, each.answeredAtNanos);
                return bye != 0 && bye <= nanos;
            }
        }
        boolean isRefused = last.status != 0 && !Attempt.isRetried(last.status);
        return last.isCancelled()
                || (isRefused && last.answeredAtNanos <= nanos)
                || (!last.isAnswered() && nanos - last.atNanos > DialogTable.TIMER_B_NANOS);
    }

    private Optional<String> fromTag(HopTransaction invite) {
        try {
            return index.message(invite.request).from().flatMap(NameAddr::tag);
        } catch (CaptureChangedException e) {
            return Optional.empty();
        }
    }

    private Call call(List<HopTransaction> tries) {
        int credentials = HopTransaction.NONE;
        long answered = 0;
        for (HopTransaction each : tries) {
            credentials = each.hasCredentials() ? each.credentials : credentials;
            answered = answered == 0 && each.isAccepted() ? each.answeredAtNanos : answered;
        }
        HopTransaction first = tries.getFirst();
        long ended = answered == 0 ? 0 : byeAfter(first.dialog, answered);
        Optional<Attempt> talked = answered == 0 ? Optional.empty() : attempt(tries);
        return new Call(
                tries,
                first.requestUser,
                credentials,
                talked.map(its -> nanos(its.session().answer())).orElse(answered),
                talked.map(its -> nanos(its.release().request())).orElse(ended));
    }

    private long nanos(int message) {
        return message == Attempt.NONE ? 0 : index.messages().capturedAtNanos(message);
    }

    /// How the dialog's walk saw a call, if that begins at the same hop.
    private Optional<Attempt> attempt(List<HopTransaction> tries) {
        int dialog = tries.getFirst().dialog;
        if (walked != dialog) {
            walk.read(dialog);
            walked = dialog;
        }
        return walk.calls().stream()
                .filter(its -> its.session().answer() != Attempt.NONE)
                .filter(
                        its ->
                                tries.stream()
                                        .anyMatch(
                                                each ->
                                                        each.request == its.request()
                                                                || each.request
                                                                        == its.exchange()
                                                                                .lastRequest()))
                .findFirst();
    }

    private long byeAfter(int dialog, long nanos) {
        int from = dialog == 0 ? 0 : byeEnds[dialog - 1];
        int to = byeEnds[dialog];
        int at = Arrays.binarySearch(byeTimes, from, to, nanos);
        at = at < 0 ? -1 - at : at;
        return at < to ? byeTimes[at] : 0;
    }
}
