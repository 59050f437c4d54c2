package org.sipsleuth.casefile.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.casefile.store.CaseTime;

/// All verdicts of a case. Immutable; what stands is found once, where they are read.
public final class Verdicts {

    /// A matter on which analysts disagree.
    ///
    /// @param verdicts the standing verdict of each of them
    public record Conflict(List<Verdict> verdicts) {
        public Conflict {
            verdicts = List.copyOf(verdicts);
        }
    }

    private final List<Verdict> all;
    private final List<Verdict> effective;
    private final List<Verdict> standing;
    private final Map<Subject, List<Verdict>> bySubject;
    private final List<Conflict> conflicts;

    /// @param all in any order, with undone ones
    public Verdicts(List<Verdict> all) {
        this.all = all.stream()
                .sorted(Comparator.comparingLong(Verdict::number).thenComparing(each -> CaseTime.of(each.at())))
                .toList();
        effective = effective(this.all);
        standing = standing(effective);
        bySubject = standing.stream().collect(Collectors.groupingBy(Verdict::subject));
        conflicts = found(standing);
    }

    /// All of them in the order in which they came, with undone ones.
    public List<Verdict> all() {
        return all;
    }

    /// Those that are not undone, the latest of each analyst on each matter, in order.
    public List<Verdict> standing() {
        return standing;
    }

    /// The standing verdicts on a subject.
    public List<Verdict> on(Subject subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /// The verdict of an analyst that an undo would undo.
    public Optional<Verdict> lastOf(String who) {
        return effective.reversed().stream().filter(each -> each.who().equals(who)).findFirst();
    }

    /// The matters on which analysts disagree.
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /// The same, and what captures show beyond: verdicts that hold for the same dialogs.
    ///
    /// @param covering verdicts that differ on dialogs of captures
    public List<Conflict> conflicts(List<List<Verdict>> covering) {
        Stream<Conflict> more = covering.stream()
                .distinct()
                .filter(those -> conflicts.stream().noneMatch(each -> each.verdicts().containsAll(those)))
                .map(Conflict::new);
        return Stream.concat(conflicts.stream(), more).toList();
    }

    private static List<Verdict> standing(List<Verdict> effective) {
        Map<List<String>, Verdict> latest = new LinkedHashMap<>();
        for (Verdict each : effective) {
            List<String> key = List.of(each.matter(), each.who());
            latest.remove(key); // to come at the end
            latest.put(key, each);
        }
        Map<Subject, List<Verdict>> steps = latest.values()
                .stream()
                .filter(each -> each.scope().isPresent())
                .collect(Collectors.groupingBy(Verdict::subject));
        return latest.values().stream().filter(each -> !isReplaced(each, steps)).toList();
    }

    /// Whether the same analyst decided later for all whom a verdict about a step is about.
    private static boolean isReplaced(Verdict verdict, Map<Subject, List<Verdict>> steps) {
        List<Verdict> same = steps.getOrDefault(verdict.subject(), List.of());
        return same.subList(same.indexOf(verdict) + 1, same.size()).stream().anyMatch(later -> later.replaces(verdict));
    }

    /// An undo can be undone, too, so the last word counts; analysts undo only their own.
    private static List<Verdict> effective(List<Verdict> all) {
        Map<String, String> analysts = new HashMap<>();
        all.forEach(each -> analysts.put(each.id(), each.who()));
        Set<String> undone = new HashSet<>();
        List<Verdict> effective = new ArrayList<>();
        for (Verdict each : all.reversed()) {
            if (!undone.contains(each.id())) {
                each.undoes().filter(id -> each.who().equals(analysts.get(id))).ifPresent(undone::add);
                if (each.judgement().isPresent()) {
                    effective.add(each);
                }
            }
        }
        return effective.reversed();
    }

    private static List<Conflict> found(List<Verdict> standing) {
        Map<String, List<Verdict>> byMatter = new LinkedHashMap<>();
        for (Verdict each : standing) {
            boolean isAboutStep = each.subject().kind() == Subject.Kind.STEP;
            String matter = isAboutStep ? each.subject().key() : each.matter();
            byMatter.computeIfAbsent(each.subject().kind().word() + " " + matter, _ -> new ArrayList<>()).add(each);
        }
        Stream<List<Verdict>> ofSequences = standing.stream()
                .filter(each -> each.subject().kind() == Subject.Kind.SEQUENCE)
                .map(each -> withSteps(each, standing));
        return Stream.concat(byMatter.values().stream().map(Verdicts::contradicting), ofSequences)
                .filter(those -> !those.isEmpty())
                .map(Conflict::new)
                .toList();
    }

    /// A verdict on a whole sequence with those on steps that were decided on the same dialog and
    /// differ; empty where none do. Other dialogs that both cover are known from captures only.
    private static List<Verdict> withSteps(Verdict ofSequence, List<Verdict> standing) {
        List<Verdict> steps = standing.stream().filter(each -> each.contradictsSequence(ofSequence)).toList();
        return steps.isEmpty() ? List.of() : Stream.concat(Stream.of(ofSequence), steps.stream()).toList();
    }

    /// Of verdicts on one matter, or on one step, those that another one differs from.
    private static List<Verdict> contradicting(List<Verdict> those) {
        return those.stream().filter(each -> those.stream().anyMatch(other -> contradict(each, other))).toList();
    }

    private static boolean contradict(Verdict one, Verdict other) {
        boolean areOfOne = one.subject().kind() != Subject.Kind.STEP || one.overlaps(other);
        return areOfOne && !one.judgement().equals(other.judgement());
    }
}
