package org.sipsleuth.finding;

import java.util.List;
import java.util.OptionalDouble;

/// How sure an incident is of each thing that it states, 0 to 1; none of it says how grave it is.
///
/// @param kind that it happened, and is of its kind
/// @param actor that its actors did it; where nobody is named, that nobody can be
/// @param outcome that it got as far as stated; empty where the outcome is unknown
/// @param explanations how each came about, in this order; none where they were stated as they are
public record Confidence(double kind, double actor, OptionalDouble outcome, List<Explanation> explanations) {

    /// Below this, other explanations are listed.
    private static final double CERTAIN = 0.99;

    /// Where each is as sure as the others.
    public static Confidence of(double all) {
        return new Confidence(all, all, OptionalDouble.of(all), List.of());
    }

    /// Takes a copy.
    ///
    /// @throws IllegalArgumentException if one is not in [0, 1]
    public Confidence {
        explanations = List.copyOf(explanations);
        if (!isShare(kind) || !isShare(actor) || !isShare(outcome.orElse(0))) {
            throw new IllegalArgumentException("Confidence %s, %s, %s".formatted(kind, actor, outcome));
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    /// Whether nothing else explains it, as far as can be known.
    public boolean isCertain() {
        return kind >= CERTAIN && actor >= CERTAIN && outcome.orElse(0) >= CERTAIN;
    }
}
