package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Voicemail probing: a source calls voicemail numbers again and again, or tries many PINs in such
/// calls, to hear messages or to dial out through the mailbox.
///
/// At other numbers a stranger's short calls are probing if most of many have other digits.
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

    /// Who knows a PIN enters it again.
    private static final double MOSTLY_NEW = 0.5;

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
        Map<Integer, List<Call>> toVoicemail = new TreeMap<>();
        Map<Long, List<Call>> toOthers = new TreeMap<>();
        BitSet numbers = VoicemailNumbers.of(traffic, traffic.settings().text(NUMBERS.name()));
        TrustedSince trust = new TrustedSince(traffic.table());
        for (Call call : open) {
            int source = call.source();
            if (call.callee() == HopTransaction.NONE || traffic.roles().isServer(source)
                    || traffic.roles().isTrunk(source)) {
                continue;
            }
            if (numbers.get(call.callee())) {
                toVoicemail.computeIfAbsent(source, _ -> new ArrayList<>()).add(call);
            } else if (!isKnown(call, trust, traffic) && call.isAnswered()) {
                long pair = ((long) source << Integer.SIZE) | call.callee();
                toOthers.computeIfAbsent(pair, _ -> new ArrayList<>(1)).add(call);
            }
        }
        int fewest = traffic.settings().count(CALLS.name()) + 1;
        List<List<Call>> bursts = bursts(toVoicemail.values(), 1);
        List<List<Call>> others = bursts(toOthers.values(), fewest).stream()
                .filter(burst -> medianSeconds(burst, traffic.table()) < LONGEST_TRY_SECONDS)
                .toList();
        VoicemailEntries entries =
                new VoicemailEntries(traffic, Stream.concat(bursts.stream(), others.stream()).toList());
        List<Finding> findings = new ArrayList<>();
        bursts.stream()
                .filter(burst -> isProbing(burst, entries.different(burst),
                        isKnown(burst.get(burst.size() / 2), trust, traffic), traffic))
                .forEach(burst -> state(burst, entries, isKnown(burst.get(burst.size() / 2), trust, traffic), traffic,
                        findings));
        others.stream()
                .filter(burst -> arePins(burst, entries, traffic))
                .forEach(burst -> state(burst, entries, isKnown(burst.get(burst.size() / 2), trust, traffic), traffic,
                        findings));
        return findings;
    }

    private static boolean isKnown(Call call, TrustedSince trust, Traffic traffic) {
        return traffic.roles().isKnown(call.source()) && !trust.isLater(call.source(), call.atNanos());
    }

    private static void state(List<Call> burst, VoicemailEntries entries, boolean isKnown, Traffic traffic,
            List<Finding> findings) {
        traffic.monitor().throwIfCancelled();
        findings.add(new VoicemailText(traffic, burst, entries.different(burst), isKnown).finding());
        traffic.explain(burst.stream().flatMap(call -> call.invites().stream()).toList(),
                IncidentKind.VOICEMAIL_PROBING);
    }

    /// Whether the entries in short calls to one number show that PINs are tried there, whatever
    /// number it is: another one in most calls, at most half of them again.
    private static boolean arePins(List<Call> burst, VoicemailEntries entries, Traffic traffic) {
        int different = entries.different(burst);
        return different > traffic.settings().count(PINS.name()) && different >= MOSTLY_NEW * burst.size()
                && different >= MOSTLY_NEW * entries.count(burst);
    }

    private static List<List<Call>> bursts(Collection<List<Call>> groups, int fewest) {
        return groups.stream().flatMap(calls -> bursts(calls).stream()).filter(each -> each.size() >= fewest).toList();
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

    private static boolean isProbing(List<Call> burst, int entries, boolean isKnown, Traffic traffic) {
        int times = isKnown ? TIMES_FOR_KNOWN : 1;
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
