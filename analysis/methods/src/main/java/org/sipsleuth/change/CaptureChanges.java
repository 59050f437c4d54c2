package org.sipsleuth.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// What changed from one capture to another, or from several to several, aspect by aspect: between
/// networks, not between the places where they were captured. The same captures give the same
/// changes. Immutable; any thread.
public final class CaptureChanges {

    private static final int[] NONE = {};

    private final int before;
    private final int now;
    private final Map<Aspect, List<Change>> changes = new EnumMap<>(Aspect.class);

    private CaptureChanges(CaptureGroups before, CaptureGroups now) {
        this.before = before.dialogs();
        this.now = now.dialogs();
        for (Aspect aspect : Aspect.values()) {
            changes.put(aspect, compared(before.of(aspect), now.of(aspect)));
        }
    }

    /// Compares two captures. Cost: their transactions; a look-up for each number that was dialled.
    ///
    /// @param numbers where dialled numbers lead
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CaptureChanges of(SipIndex before, SipIndex now, DialledNumbers numbers, RunMonitor monitor) {
        TransactionTable earlier = TransactionTable.of(before, monitor);
        TransactionTable later = TransactionTable.of(now, monitor);
        AskedServers servers = new AskedServers(List.of(earlier, later));
        return new CaptureChanges(CaptureGroups.of(earlier, servers, numbers, monitor),
                CaptureGroups.of(later, servers, numbers, monitor));
    }

    private static List<Change> compared(Map<String, int[]> before, Map<String, int[]> now) {
        long ours = count(before);
        long theirs = count(now);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            int[] dialogs = now.getOrDefault(name, NONE);
            int[] earlier = before.getOrDefault(name, NONE);
            double share = (double) (earlier.length + dialogs.length) / (ours + theirs);
            double weight = part(earlier.length, share * ours) + part(dialogs.length, share * theirs);
            changes.add(new Change(name, earlier, dialogs, Math.max(0, weight)));
        }
        changes.sort(Comparator.comparingDouble((Change each) -> -each.weight()).thenComparing(Change::name));
        return List.copyOf(changes);
    }

    private static long count(Map<String, int[]> groups) {
        return groups.values().stream().mapToLong(each -> each.length).sum();
    }

    private static double part(double count, double expected) {
        return count == 0 ? 0 : count * StrictMath.log(count / expected);
    }

    /// How many dialogs the capture before has.
    public int before() {
        return before;
    }

    /// How many dialogs the capture of now has.
    public int now() {
        return now;
    }

    /// The changes in an aspect, the most surprising first; what did not change comes last.
    public List<Change> of(Aspect aspect) {
        return changes.getOrDefault(aspect, List.of());
    }
}
