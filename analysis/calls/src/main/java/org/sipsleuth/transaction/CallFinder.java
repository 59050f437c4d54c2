package org.sipsleuth.transaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.dialog.sight.Sight;
import org.sipsleuth.sip.field.NameAddr;

/// Joins INVITEs outside dialogs to calls: those of a Call-ID as the dialog's walk saw them, on the
/// hop of the first, so that a call is the same here as in outcomes and statistics. What another
/// source sends with a From tag of its own is a call too: an INVITE that follows after the end of
/// the one before, with another tag, begins another (RFC 3261 §12).
final class CallFinder {

    private final SipIndex index;
    private final OutcomeReader outcomes;
    private final List<Call> calls = new ArrayList<>();

    /// The From tags that were read, by request.
    private final Map<Integer, Optional<String>> fromTags = new HashMap<>();

    private final DialogWalk walk;

    /// The times of all BYEs, by dialog, in order.
    private final long[] byeTimes;

    /// Where the times of each dialog end; they begin where those of the one before end.
    private final int[] byeEnds;

    /// @param all all transactions
    CallFinder(Sight sight, List<HopTransaction> all) {
        index = sight.index();
        walk = new DialogWalk(index);
        outcomes = new OutcomeReader(sight);
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

    /// The calls of transactions, in the order of time. What has a message alone, whose Call-ID was
    /// cut, is not known to be a call.
    ///
    /// @param all all transactions, in the order of time
    List<Call> calls(List<HopTransaction> all) {
        Map<Integer, List<HopTransaction>> byDialog = new LinkedHashMap<>();
        for (HopTransaction each : all) {
            if (each.method == MessageTypes.INVITE && !each.isWithinDialog()) {
                byDialog.computeIfAbsent(each.dialog, _ -> new ArrayList<>(1)).add(each);
            }
        }
        for (List<HopTransaction> invites : byDialog.values()) {
            if (!outcomes.isApart(invites.getFirst().dialog)) {
                add(invites);
            }
        }
        calls.sort(Comparator.comparingLong(Call::atNanos)); // stable
        return List.copyOf(calls);
    }

    /// Adds the calls of a Call-ID.
    private void add(List<HopTransaction> invites) {
        walk.read(invites.getFirst().dialog);
        List<Attempt> attempts = walk.calls()
                .stream()
                .filter(call -> call.exchange().hasRequest())
                .sorted(Comparator.comparingInt(Attempt::request))
                .toList();
        int[] begins = attempts.stream().mapToInt(Attempt::request).toArray();
        List<List<HopTransaction>> tries = new ArrayList<>();
        attempts.forEach(_ -> tries.add(new ArrayList<>(1)));
        for (HopTransaction each : invites) {
            int begun = Arrays.binarySearch(begins, each.request);
            if (begun >= 0) {
                tries.get(begun).add(each);
            }
        }
        List<HopTransaction> others = new ArrayList<>();
        for (HopTransaction each : invites) {
            int begun = Arrays.binarySearch(begins, each.request);
            if (begun < 0 && !each.isCopy()) {
                List<HopTransaction> same = begins.length == 0 ? List.of() : tries.get(Math.max(0, -2 - begun));
                if (!same.isEmpty() && same.getFirst().source == each.source) {
                    same.add(each);
                } else {
                    others.add(each);
                }
            }
        }
        for (int i = 0; i < attempts.size(); i++) {
            if (!tries.get(i).isEmpty()) {
                Attempt attempt = attempts.get(i);
                calls.add(call(tries.get(i), nanos(attempt.session().answer()), nanos(attempt.release().first())));
            }
        }
        if (!others.isEmpty()) {
            addOthers(others, attempts);
        }
    }

    /// Adds what other sources call with the same Call-ID. With the same From tag it is the same
    /// message on another hop (RFC 3261 §8.2.2.2).
    private void addOthers(List<HopTransaction> others, List<Attempt> attempts) {
        Set<Optional<String>> tags = new HashSet<>();
        attempts.forEach(call -> tags.add(fromTag(call.request())));
        others.removeIf(each -> tags.contains(fromTag(each.request)));
        Map<Integer, List<HopTransaction>> open = new LinkedHashMap<>();
        for (HopTransaction each : others) {
            List<HopTransaction> before = open.get(each.source);
            if (before != null && isAnother(before, each)) {
                addOther(before);
                open.remove(each.source);
            }
            open.computeIfAbsent(each.source, _ -> new ArrayList<>(1)).add(each);
        }
        open.values().forEach(this::addOther);
    }

    private void addOther(List<HopTransaction> tries) {
        long answered = 0;
        for (HopTransaction each : tries) {
            answered = answered == 0 && each.isAccepted() ? each.answeredAtNanos : answered;
        }
        long ended = answered == 0 ? 0 : byeAfter(tries.getFirst().dialog, answered);
        calls.add(call(tries, answered, ended));
    }

    /// Whether an INVITE begins another call than the one before.
    private boolean isAnother(List<HopTransaction> tries, HopTransaction invite) {
        return isEnded(tries, invite.atNanos) && !fromTag(invite.request).equals(fromTag(tries.getFirst().request));
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
        return last.isCancelled() || (isRefused && last.answeredAtNanos <= nanos)
                || (!last.isAnswered() && nanos - last.atNanos > DialogTable.TIMER_B_NANOS);
    }

    private Optional<String> fromTag(int request) {
        return fromTags.computeIfAbsent(request, this::readFromTag);
    }

    private Optional<String> readFromTag(int request) {
        try {
            return index.message(request).from().flatMap(NameAddr::tag);
        } catch (CaptureChangedException e) {
            return Optional.empty();
        }
    }

    private static Call call(List<HopTransaction> tries, long answered, long ended) {
        int credentials = HopTransaction.NONE;
        for (HopTransaction each : tries) {
            credentials = each.hasCredentials() ? each.credentials : credentials;
        }
        return new Call(tries, tries.getFirst().requestUser, credentials, answered, ended);
    }

    private long nanos(int message) {
        return message == Attempt.NONE ? 0 : index.messages().capturedAtNanos(message);
    }

    private long byeAfter(int dialog, long nanos) {
        int from = dialog == 0 ? 0 : byeEnds[dialog - 1];
        int to = byeEnds[dialog];
        int at = Arrays.binarySearch(byeTimes, from, to, nanos);
        at = at < 0 ? -1 - at : at;
        return at < to ? byeTimes[at] : 0;
    }
}
