package org.sipsleuth.ngram.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// Decides which anomalous messages are findings: those that also depart from the protocol, one
/// finding for each source. A score alone is none.
final class NgramFindings {

    /// Fewer requests of a source are listed only.
    private static final int FEWEST_REQUESTS = 3;

    /// With fewer kinds of departures they are a habit of the source's software.
    private static final int FEWEST_KINDS = 2;

    /// A departure of others in more messages of the capture, as a share, is a habit there.
    private static final double MOST_HABITUAL = 0.05;

    /// Of more messages the departures are not read.
    private static final int MOST_READ = 20_000;

    /// Of more sources those with the most messages are named.
    private static final int MOST_SOURCES = 20;

    private final NgramDetection detection;
    private final SipIndex index;
    private final RunMonitor monitor;

    private NgramFindings(NgramDetection detection, RunMonitor monitor) {
        this.detection = detection;
        this.index = detection.index();
        this.monitor = monitor;
    }

    /// The findings of a detection; none if its model does not fit the capture.
    static List<Finding> of(NgramDetection detection, RunMonitor monitor) {
        boolean isPossible = detection.size() > 0 && detection.fit().fits() && hasDefects(detection.index());
        return isPossible ? new NgramFindings(detection, monitor).findings() : List.of();
    }

    private static boolean hasDefects(SipIndex index) {
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            if (index.dialogs().defectiveCount(dialog) > 0) {
                return true;
            }
        }
        return false;
    }

    private List<Finding> findings() {
        TransactionTable table = TransactionTable.of(index, monitor);
        HostRoles roles = HostRoles.of(table);
        Map<Integer, DepartingMessages> bySource = new TreeMap<>();
        Map<String, Integer> byKind = new LinkedHashMap<>();
        int read = 0;
        for (int message = 0; message < index.messages().size() && read < MOST_READ; message++) {
            monitor.throwIfCancelled();
            if (index.messages().isDefective(message)) {
                read++;
                List<String> kinds = Departures.of(index.bytes(message));
                kinds.forEach(kind -> byKind.merge(kind, 1, Integer::sum));
                boolean isSuspect = !kinds.isEmpty() && index.messages().isRequest(message)
                        && detection.scores().isAnomalous(message) && !roles.isServer(table.source(message))
                        && !roles.isAllowed(table.source(message));
                if (isSuspect) {
                    bySource.computeIfAbsent(table.source(message), _ -> new DepartingMessages()).add(message, kinds);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        bySource.entrySet()
                .stream()
                .filter(each -> isFinding(each.getValue(), byKind))
                .sorted((a, b) -> Integer.compare(b.getValue().count(), a.getValue().count()))
                .limit(MOST_SOURCES)
                .forEach(each -> findings.add(new NgramText(detection, table, each.getValue()).finding(each.getKey())));
        return findings.stream().sorted((a, b) -> b.severity().compareTo(a.severity())).toList();
    }

    private boolean isFinding(DepartingMessages messages, Map<String, Integer> byKind) {
        long unusual = messages.kinds()
                .entrySet()
                .stream()
                .filter(kind -> byKind.getOrDefault(kind.getKey(), 0) - kind.getValue()
                        <= MOST_HABITUAL * index.messages().size())
                .count();
        return messages.count() >= FEWEST_REQUESTS && unusual >= FEWEST_KINDS;
    }
}
