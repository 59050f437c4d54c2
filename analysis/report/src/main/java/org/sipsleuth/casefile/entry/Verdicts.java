package org.sipsleuth.casefile.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All verdicts of a case. Immutable.
///
/// @param all in the order in which they came, with undone ones
public record Verdicts(List<Verdict> all) {

    /// A matter on which analysts disagree.
    ///
    /// @param verdicts the standing verdict of each of them
    public record Conflict(List<Verdict> verdicts) {
        public Conflict {
            verdicts = List.copyOf(verdicts);
        }
    }

    public Verdicts {
        all = all.stream().sorted(Comparator.comparingLong(Verdict::number)).toList();
    }

    /// Those that are not undone, the latest of each analyst on each matter, in order.
    public List<Verdict> standing() {
        Map<List<String>, Verdict> latest = new LinkedHashMap<>();
        for (Verdict each : effective()) {
            List<String> key = List.of(each.matter(), each.who());
            latest.remove(key); // to come at the end
            latest.put(key, each);
        }
        return List.copyOf(latest.values());
    }

    /// An undo can be undone, too, so the last word counts.
    private List<Verdict> effective() {
        Set<String> undone = new HashSet<>();
        List<Verdict> effective = new ArrayList<>();
        for (Verdict each : all.reversed()) {
            if (!undone.contains(each.id())) {
                each.undoes().ifPresent(undone::add);
                if (each.judgement().isPresent()) {
                    effective.add(each);
                }
            }
        }
        return effective.reversed();
    }

    /// The standing verdicts on a subject.
    public List<Verdict> on(Subject subject) {
        return standing().stream().filter(each -> each.subject().equals(subject)).toList();
    }

    /// The verdict of an analyst that an undo would undo.
    public Optional<Verdict> lastOf(String who) {
        return effective().reversed().stream().filter(each -> each.who().equals(who)).findFirst();
    }

    /// The matters on which analysts disagree.
    public List<Conflict> conflicts() {
        Map<String, List<Verdict>> byMatter = new LinkedHashMap<>();
        for (Verdict each : standing()) {
            byMatter.computeIfAbsent(each.matter(), _ -> new ArrayList<>()).add(each);
        }
        return byMatter.values().stream()
                .filter(those -> those.stream().map(Verdict::judgement).distinct().count() > 1)
                .map(Conflict::new)
                .toList();
    }
}
