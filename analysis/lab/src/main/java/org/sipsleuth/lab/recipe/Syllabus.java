package org.sipsleuth.lab.recipe;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.lab.format.HiddenFact;

/// What a recipe is about.
///
/// @param id words joined by `-`
/// @param number its place in the course, from 1
/// @param story what happened, in a sentence or two
/// @param teaches what one learns
/// @param level 1 beginner, 2 intermediate, 3 advanced
/// @param scenario the simulator's scenario that is nearest, by whose name the lab is also found
/// @param locked pages of the window that would state an answer
/// @param guide for the teacher: what to say before and after
public record Syllabus(String id, int number, String title, String story, List<String> teaches, int level, int minutes,
        String scenario, Set<HiddenFact> hidden, Set<String> locked, String guide) {

    /// Pages that state what detection found.
    static final Set<String> DETECTION =
            Set.of("overview", "unknown", "floods", "anomalies", "beliefs", "social", "triage", "edge", "case");

    /// All that the program finds by itself.
    static final Set<HiddenFact> ALL = EnumSet.allOf(HiddenFact.class);

    public Syllabus {
        teaches = List.copyOf(teaches);
        hidden = Set.copyOf(hidden);
        locked = Set.copyOf(locked);
    }
}
