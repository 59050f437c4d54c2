package org.sipsleuth.finding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.sentence.Severity;

/// One claim about a capture, with everything that is needed to show it without knowing its method.
///
/// @param id the same for the same claim in every run: the detector's name and a digest of the
///     claim, `sequence-4f0c21ab93d2`
/// @param origin method and model
/// @param severity how much it asks for attention
/// @param statement what it states: class, outcome, words, advice
/// @param grounds measured values against thresholds
/// @param evidence the messages it rests on, and with them its time span
/// @param subject who or what it is about
/// @param rationale further reasons; computed on demand, on any thread
/// @param observation who did what to whom, if it states that; only then can it be part of an
///     incident
public record Finding(String id, Origin origin, Severity severity, Statement statement, Grounds grounds,
        Evidence evidence, Subject subject, Supplier<Rationale> rationale, Optional<Observation> observation) {

    /// Sees to it that a rationale that cannot be computed costs only itself.
    public Finding {
        rationale = contained(origin.detector(), rationale);
    }

    private static Supplier<Rationale> contained(String method, Supplier<Rationale> rationale) {
        return () -> {
            Contained<Rationale> its = Contained.of(method, rationale);
            return its.answer().orElseGet(() -> its.fault().orElseThrow().rationale());
        };
    }

    /// A finding that does not say who did what.
    public Finding(String id, Origin origin, Severity severity, Statement statement, Grounds grounds, Evidence evidence,
            Subject subject, Supplier<Rationale> rationale) {
        this(id, origin, severity, statement, grounds, evidence, subject, rationale, Optional.empty());
    }

    /// How its numbers came about: its measures in their order, then others. A measure that its
    /// method does not explain is what was counted.
    public List<Explanation> explanations() {
        Rationale its = rationale.get();
        Set<Explanation> all = new LinkedHashSet<>();
        for (Measurement measure : grounds.measures()) {
            all.add(its.explanation(measure)
                    .orElseGet(() -> Explanation.counted(measure, origin.detector(), statement.kind())));
        }
        all.addAll(its.explanations());
        return List.copyOf(all);
    }
}
