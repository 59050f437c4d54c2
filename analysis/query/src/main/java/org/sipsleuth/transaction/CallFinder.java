package org.sipsleuth.transaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.MessageTypes;

/// Joins INVITEs outside dialogs to calls, by Call-ID and source.
final class CallFinder {

    private final Fingerprint fingerprint = new Fingerprint();
    private final FingerprintMap numbers = new FingerprintMap();
    private final List<List<HopTransaction>> invites = new ArrayList<>();

    /// The times of all BYEs, by dialog, in order.
    private final long[] byeTimes;

    /// Where the times of each dialog end; they begin where those of the one before end.
    private final int[] byeEnds;

    /// @param all all transactions
    /// @param dialogs how many dialogs there are
    CallFinder(List<HopTransaction> all, int dialogs) {
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
                if (number == invites.size()) {
                    invites.add(new ArrayList<>(1));
                }
                invites.get(number).add(each);
            }
        }
        return invites.stream().map(this::call).toList();
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
        return new Call(tries, first.requestUser, credentials, answered, ended);
    }

    private long byeAfter(int dialog, long nanos) {
        int from = dialog == 0 ? 0 : byeEnds[dialog - 1];
        int to = byeEnds[dialog];
        int at = Arrays.binarySearch(byeTimes, from, to, nanos);
        at = at < 0 ? -1 - at : at;
        return at < to ? byeTimes[at] : 0;
    }
}
