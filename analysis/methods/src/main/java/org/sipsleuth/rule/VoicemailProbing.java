package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Voicemail probing: a source calls voicemail numbers again and again, or tries many PINs in such
/// calls, to hear messages or to dial out through the mailbox.
///
/// Users listen to their own voicemail in few calls with long pauses between them and know the PIN;
/// so for known hosts more is required.
final class VoicemailProbing implements SessionRule {

    static final Setting CALLS = Setting.whole("voicemail-calls", 5, "calls", 1, 1_000_000,
            "calls of one source to voicemail, ten minutes apart at most, above which it probes it");
    static final Setting PINS = Setting.whole("voicemail-pins", 5, "entries", 1, 1_000_000,
            "different entries of digits in such calls above which PINs are tried");
    private static final Setting NUMBERS =
            Setting.text("voicemail-numbers", "", "numbers of voicemail here, separated by commas, besides usual ones");

    private static final long PAUSE = Duration.ofMinutes(10).toNanos();

    /// Somebody who hears messages stays longer.
    private static final double LONGEST_TRY_SECONDS = 20;

    private static final int TIMES_FOR_KNOWN = 2;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.VOICEMAIL_PROBING);
    }

    @Override
    public List<Setting> settings() {
        return List.of(CALLS, PINS, NUMBERS);
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        List<Call> open = traffic.openCalls();
        if (open.isEmpty()) {
            return List.of();
        }
        BitSet numbers = VoicemailNumbers.of(traffic, traffic.settings().text(NUMBERS.name()));
        Map<Integer, List<Call>> bySource = new TreeMap<>();
        for (Call call : open) {
            boolean isToVoicemail = call.callee() != HopTransaction.NONE && numbers.get(call.callee());
            if (isToVoicemail && !traffic.roles().isServer(call.source()) && !traffic.roles().isTrunk(call.source())) {
                bySource.computeIfAbsent(call.source(), _ -> new ArrayList<>()).add(call);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (List<Call> calls : bySource.values()) {
            traffic.monitor().throwIfCancelled();
            for (List<Call> burst : bursts(calls)) {
                Set<String> entries = new HashSet<>();
                burst.forEach(call -> entries.addAll(DialledDigits.entries(call, traffic)));
                if (isProbing(burst, entries.size(), traffic)) {
                    findings.add(new VoicemailText(traffic, burst, entries.size()).finding());
                    traffic.explain(burst.stream().flatMap(call -> call.invites().stream()).toList(),
                            IncidentKind.VOICEMAIL_PROBING);
                }
            }
        }
        return findings;
    }

    /// Calls in the order of time, split where there is a pause between two.
    private static List<List<Call>> bursts(List<Call> calls) {
        List<Call> ordered = calls.stream().sorted(Comparator.comparingLong(Call::atNanos)).toList();
        List<List<Call>> bursts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= ordered.size(); i++) {
            if (i == ordered.size() || ordered.get(i).atNanos() - ordered.get(i - 1).atNanos() > PAUSE) {
                bursts.add(ordered.subList(from, i));
                from = i;
            }
        }
        return bursts;
    }

    private static boolean isProbing(List<Call> burst, int entries, Traffic traffic) {
        int times = traffic.roles().isKnown(burst.getFirst().source()) ? TIMES_FOR_KNOWN : 1;
        if (entries > times * traffic.settings().count(PINS.name())) {
            return true;
        }
        return burst.size() > times * traffic.settings().count(CALLS.name())
                && medianSeconds(burst, traffic.table()) < LONGEST_TRY_SECONDS;
    }

    /// The median time of those that were answered; 0 if none was.
    static double medianSeconds(List<Call> calls, TransactionTable table) {
        double[] seconds = calls.stream()
                .filter(Call::isAnswered)
                .mapToDouble(call -> table.talkNanos(call) / Guesser.SECOND)
                .toArray();
        return seconds.length == 0 ? 0 : Peak.median(seconds);
    }
}
