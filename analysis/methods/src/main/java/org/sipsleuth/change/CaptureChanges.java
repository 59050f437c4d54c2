package org.sipsleuth.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What changed from one capture to another, aspect by aspect. The same captures give the same
/// changes. Immutable; any thread.
public final class CaptureChanges {

    private static final int DIALOGS_A_STEP = 1 << 12;
    private static final String STAGE = "Comparing captures";

    private final SipIndex before;
    private final SipIndex now;
    private final Map<Aspect, List<Change>> changes = new EnumMap<>(Aspect.class);

    private CaptureChanges(
            SipIndex before, SipIndex now, DialledNumbers numbers, RunMonitor monitor) {
        this.before = before;
        this.now = now;
        Map<Aspect, Map<String, List<Integer>>> ours = groups(before, numbers, monitor);
        Map<Aspect, Map<String, List<Integer>>> theirs = groups(now, numbers, monitor);
        for (Aspect aspect : Aspect.values()) {
            changes.put(
                    aspect,
                    compared(
                            ours.getOrDefault(aspect, Map.of()),
                            theirs.getOrDefault(aspect, Map.of())));
        }
    }

    /// Compares two captures. Cost: their transactions; a look-up for each number that was dialled.
    ///
    /// @param numbers where dialled numbers lead
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CaptureChanges of(
            SipIndex before, SipIndex now, DialledNumbers numbers, RunMonitor monitor) {
        return new CaptureChanges(before, now, numbers, monitor);
    }

    private static Map<Aspect, Map<String, List<Integer>>> groups(
            SipIndex index, DialledNumbers numbers, RunMonitor monitor) {
        Map<Aspect, Map<String, List<Integer>>> groups = new EnumMap<>(Aspect.class);
        TransactionTable table = TransactionTable.shared(index, monitor);
        DialogTable dialogs = index.dialogs();
        FieldReader fields = new FieldReader(index);
        int[] fingerprints = new int[dialogs.size()];
        Arrays.fill(fingerprints, HopTransaction.NONE);
        int[] users = fingerprints.clone();
        for (HopTransaction each : table.origins()) {
            if (fingerprints[each.dialog()] == HopTransaction.NONE) {
                fingerprints[each.dialog()] = each.fingerprint();
                users[each.dialog()] = each.fromUser();
            }
        }
        for (int dialog = 0; dialog < dialogs.size(); dialog++) {
            if (dialog % DIALOGS_A_STEP == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress(STAGE, dialog, dialogs.size()));
            }
            add(groups, Aspect.SEQUENCES, dialogs.sequenceText(dialog), dialog);
            int user = users[dialog];
            add(groups, Aspect.USERS, table.user(user), dialog);
            String agent = dialogs.userAgent(dialog);
            int fingerprint = fingerprints[dialog];
            if (fingerprint != HopTransaction.NONE) {
                var written = table.fingerprint(fingerprint);
                add(groups, Aspect.DEVICES, agent.isEmpty() ? written.describe() : agent, dialog);
                add(groups, Aspect.GRAMMAR, written.headerOrder(), dialog);
            } else {
                add(groups, Aspect.DEVICES, agent, dialog);
            }
            long status = fields.number(DialogField.FINAL_STATUS, dialog);
            add(
                    groups,
                    Aspect.ANSWERS,
                    status == FieldReader.ABSENT ? "" : Long.toString(status),
                    dialog);
        }
        Map<String, String> places = new TreeMap<>();
        for (Call call : table.calls()) {
            String dialled = table.user(call.callee());
            String place = places.computeIfAbsent(dialled, its -> place(its, numbers));
            add(groups, Aspect.DESTINATIONS, place, call.first().dialog());
        }
        return groups;
    }

    /// The country and kind of an external number; a user of the network itself as it is dialled.
    private static String place(String dialled, DialledNumbers numbers) {
        if (!DialledNumbers.isExternal(dialled)) {
            return dialled;
        }
        Destination its = numbers.destination(dialled);
        String country =
                its.country().isEmpty() ? its.prefix() : its.country() + " " + its.prefix();
        return its.kind() == DialledNumbers.Kind.INTERNATIONAL
                ? country
                : country + " (" + its.kind().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static void add(
            Map<Aspect, Map<String, List<Integer>>> groups,
            Aspect aspect,
            String name,
            int dialog) {
        if (!name.isEmpty()) {
            groups.computeIfAbsent(aspect, _ -> new TreeMap<>())
                    .computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(dialog);
        }
    }

    private static List<Change> compared(
            Map<String, List<Integer>> before, Map<String, List<Integer>> now) {
        long ours = count(before);
        long theirs = count(now);
        List<Change> changes = new ArrayList<>();
        before.forEach(
                (name, its) ->
                        changes.add(
                                change(
                                        name,
                                        its,
                                        now.getOrDefault(name, List.of()),
                                        ours,
                                        theirs)));
        now.forEach(
                (name, its) -> {
                    if (!before.containsKey(name)) {
                        changes.add(change(name, List.of(), its, ours, theirs));
                    }
                });
        changes.sort(
                Comparator.comparingDouble((Change each) -> -each.weight())
                        .thenComparing(Change::name));
        return List.copyOf(changes);
    }

    private static long count(Map<String, List<Integer>> groups) {
        return groups.values().stream().mapToLong(List::size).sum();
    }

    private static Change change(
            String name, List<Integer> before, List<Integer> now, long ours, long theirs) {
        double share = (double) (before.size() + now.size()) / Math.max(1, ours + theirs);
        double weight = part(before.size(), share * ours) + part(now.size(), share * theirs);
        return new Change(name, before, now, Math.max(0, weight));
    }

    private static double part(double count, double expected) {
        return count == 0 || expected == 0 ? 0 : count * StrictMath.log(count / expected);
    }

    /// The capture before.
    public SipIndex before() {
        return before;
    }

    /// The capture of now.
    public SipIndex now() {
        return now;
    }

    /// The changes in an aspect, the most surprising first; what did not change comes last.
    public List<Change> of(Aspect aspect) {
        return changes.getOrDefault(aspect, List.of());
    }
}
