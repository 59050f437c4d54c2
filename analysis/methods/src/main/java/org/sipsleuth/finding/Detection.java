package org.sipsleuth.finding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;

/// What one detector found in a capture. The detectors' own implementations add what their pages
/// show besides. Immutable.
public interface Detection {

    /// The capture.
    SipIndex index();

    /// Who looked, with which model.
    Origin origin();

    /// What was found, the most severe first.
    List<Finding> findings();

    /// What could not be judged.
    List<Unjudged> notJudged();

    /// The parts of the detector that failed; the findings are those of the others.
    default List<Fault> faults() {
        return List.of();
    }

    /// Which dialogs the model knows; empty where the method has no such measure. Its findings say
    /// something only if the model fits the capture.
    default Optional<Familiarity> familiarity() {
        return Optional.empty();
    }

    /// The findings that cite a message, the most severe first.
    default List<Finding> ofMessage(int message) {
        return findings().stream().filter(finding -> finding.evidence().cites(message, index())).toList();
    }

    /// The findings that cite messages of these dialogs, the most severe first, each with how many
    /// of the dialogs.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    default Map<Finding, Integer> ofDialogs(List<Integer> dialogs, RunMonitor monitor) {
        int[] asked = dialogs.stream().mapToInt(each -> each).sorted().toArray();
        Map<Finding, Integer> counts = new LinkedHashMap<>();
        for (Finding finding : findings()) {
            monitor.throwIfCancelled();
            long count = Arrays.stream(finding.evidence().dialogs(index()))
                    .filter(dialog -> Arrays.binarySearch(asked, dialog) >= 0)
                    .count();
            if (count > 0) {
                counts.put(finding, Math.toIntExact(count));
            }
        }
        return counts;
    }

    /// How many of these dialogs any finding cites.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    default int cited(List<Integer> dialogs, RunMonitor monitor) {
        BitSet cited = new BitSet();
        for (Finding finding : ofDialogs(dialogs, monitor).keySet()) {
            Arrays.stream(finding.evidence().dialogs(index())).forEach(cited::set);
        }
        return Math.toIntExact(dialogs.stream().filter(cited::get).count());
    }

    /// What was measured of a dialog that no finding cites; nothing where that is not of interest.
    default Rationale ofUnsuspicious(int dialog) {
        return Rationale.NONE;
    }

    /// Whether it is of this index, or of an earlier part of the same capture, in which dialogs
    /// have the same numbers.
    default boolean isOf(SipIndex other) {
        return isSame(index(), other);
    }

    /// Whether dialogs have the same numbers in two indexes, as far as both have them.
    static boolean isSame(SipIndex one, SipIndex other) {
        return one == other || files(one).equals(files(other));
    }

    private static List<Path> files(SipIndex index) {
        return index.files().stream().map(CaptureSummary::path).toList();
    }

    /// The roles of the hosts, where the method estimates them.
    default Optional<HostRoles> hostRoles() {
        return Optional.empty();
    }

    /// Which messages are anomalous by themselves, where the method scores single messages and its
    /// model fits the capture.
    default Optional<IntPredicate> anomalousMessages() {
        return Optional.empty();
    }
}
