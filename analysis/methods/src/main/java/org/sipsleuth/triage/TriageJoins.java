package org.sipsleuth.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.sipsleuth.incident.Incident;

/// Joins causes that are the same in one network: those of the same dialogs, those of one kind
/// between the same hosts, and those of one incident. One thread.
final class TriageJoins {

    /// A cause is the same as a problem that so large a share of its dialogs has.
    private static final double SAME = 0.8;

    private final RowIncidents incidents;
    private final Function<TriageDraft, Collection<TriagePlace>> places;

    /// @param places who has a cause, and to whom
    TriageJoins(RowIncidents incidents, Function<TriageDraft, Collection<TriagePlace>> places) {
        this.incidents = incidents;
        this.places = places;
    }

    /// The rows of these causes.
    List<TriageDraft> rows(Collection<TriageDraft> problems, Collection<TriageDraft> steps) {
        List<TriageDraft> rows = ofDialogs(problems, steps);
        rows.sort(Comparator.comparingInt((TriageDraft each) -> -each.own().size())
                .thenComparing(each -> each.dialogs().first()));
        List<TriageDraft> ofHosts = ofHosts(rows);
        ofHosts.sort(Comparator.comparing((TriageDraft each) -> !isDecisive(each))
                .thenComparing(TriageDraft::isStep)
                .thenComparingInt(each -> -each.own().size())
                .thenComparing(each -> each.dialogs().first()));
        return ofIncidents(ofHosts);
    }

    /// Joins each problem and each step to the problem that nearly all of its dialogs have.
    private List<TriageDraft> ofDialogs(Collection<TriageDraft> problems, Collection<TriageDraft> steps) {
        List<TriageDraft> left = new ArrayList<>(problems);
        List<TriageDraft> smallestFirst = new ArrayList<>(problems);
        smallestFirst.sort(Comparator.comparingInt(each -> each.shown().size()));
        for (TriageDraft problem : smallestFirst) {
            Optional<TriageDraft> same = same(problem,
                    left.stream()
                            .filter(each -> each != problem && each.shown().size() > problem.shown().size())
                            .toList());
            same.ifPresent(each -> {
                each.join(problem);
                left.remove(problem);
            });
        }
        List<TriageDraft> rows = new ArrayList<>(left);
        for (TriageDraft step : steps) {
            same(step, left).ifPresentOrElse(each -> each.join(step), () -> rows.add(step));
        }
        return rows;
    }

    private Optional<TriageDraft> same(TriageDraft cause, List<TriageDraft> problems) {
        return problems.stream()
                .filter(each -> each.network() == cause.network() && isSame(cause, each))
                .max(Comparator.comparingLong(each -> shared(cause, each)));
    }

    private boolean isSame(TriageDraft cause, TriageDraft problem) {
        if (shared(cause, problem) < SAME * cause.shown().size()) {
            return false;
        }
        boolean isRarer = cause.shown().size() < TriageDraft.AS_LARGE * problem.shown().size();
        return !isRarer || hasNoOtherIncident(cause, problem);
    }

    /// A rare step of an attack is not hidden in what happens without it, too.
    private boolean hasNoOtherIncident(TriageDraft cause, TriageDraft problem) {
        NavigableSet<Integer> without = new TreeSet<>(problem.own());
        without.removeAll(cause.own());
        return incidents.of(without).containsAll(incidents.of(cause.own()));
    }

    private static long shared(TriageDraft cause, TriageDraft problem) {
        return cause.shown()
                .stream()
                .filter(each -> problem.shown().contains(each) || problem.dialogs().contains(each))
                .count();
    }

    /// Joins each to the first of its network that is of the same kind and hosts.
    private List<TriageDraft> ofHosts(List<TriageDraft> rows) {
        List<TriageDraft> kept = new ArrayList<>();
        for (TriageDraft row : rows) {
            kept.stream()
                    .filter(each -> each.network() == row.network() && isOfOneKind(each, row))
                    .findFirst()
                    .ifPresentOrElse(each -> each.join(row), () -> kept.add(row));
        }
        return kept;
    }

    private boolean isOfOneKind(TriageDraft one, TriageDraft other) {
        if (one.kind().isEmpty() || !one.kind().equals(other.kind())) {
            return false;
        }
        Set<List<String>> hosts = hosts(one);
        return hosts(other).stream().anyMatch(hosts::contains) && !areOfDifferentIncidents(one, other);
    }

    private boolean areOfDifferentIncidents(TriageDraft one, TriageDraft other) {
        List<Incident> ofOne = incidents.about(one.dialogs());
        List<Incident> ofOther = incidents.about(other.dialogs());
        return !ofOne.isEmpty() && !ofOther.isEmpty() && Collections.disjoint(ofOne, ofOther);
    }

    private Set<List<String>> hosts(TriageDraft row) {
        Set<List<String>> hosts = new HashSet<>();
        row.parts()
                .flatMap(each -> places.apply(each).stream())
                .forEach(each -> hosts.add(List.of(each.sender(), each.server())));
        return hosts;
    }

    /// Joins those that are about the same incident.
    private List<TriageDraft> ofIncidents(List<TriageDraft> rows) {
        List<TriageDraft> kept = new ArrayList<>();
        Map<Key, TriageDraft> first = new HashMap<>();
        for (TriageDraft row : rows) {
            List<Incident> about = incidents.about(row.dialogs());
            boolean isJoined = false;
            for (Incident each : about) {
                TriageDraft known = first.get(new Key(row.network(), each.id()));
                if (known != null) {
                    known.join(row, each.title());
                    isJoined = true;
                    break;
                }
            }
            if (!isJoined) {
                kept.add(row);
                about.forEach(each -> first.put(new Key(row.network(), each.id()), row));
            }
        }
        return kept;
    }

    /// An incident in a network.
    private record Key(int network, String incident) {}

    /// Whether it has the dialog that shows that an incident succeeded.
    private boolean isDecisive(TriageDraft row) {
        return incidents.decisive(row.dialogs(), row.network())
                .map(incidents::dialog)
                .filter(row.own()::contains)
                .isPresent();
    }
}
