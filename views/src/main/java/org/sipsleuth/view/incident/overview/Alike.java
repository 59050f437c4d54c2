package org.sipsleuth.view.incident.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.incident.Incident;

/// Groups what differs only in time or target, so that a list has one row for it.
public final class Alike {

    private Alike() {}

    /// Incidents of one kind, outcome, severity and source; forged sources are not one. Groups are
    /// in the order of their first incidents.
    public static List<List<Incident>> incidents(List<Incident> incidents) {
        return groups(incidents, each -> each.actors().names().isEmpty() ? List.of(each.id())
                : List.of(each.kind(), each.outcome(), each.severity(), each.actors().names()));
    }

    /// Findings of one method, kind, outcome, severity and subject.
    public static List<List<Finding>> findings(List<Finding> findings) {
        return groups(findings, each -> List.of(each.origin(), each.statement().kind(), each.statement().outcome(),
                each.severity(), each.subject()));
    }

    private static <T> List<List<T>> groups(List<T> all, Function<T, List<Object>> key) {
        Map<List<Object>, List<T>> groups = new LinkedHashMap<>();
        for (T each : all) {
            groups.computeIfAbsent(key.apply(each), _ -> new ArrayList<>(1)).add(each);
        }
        return List.copyOf(groups.values());
    }
}
