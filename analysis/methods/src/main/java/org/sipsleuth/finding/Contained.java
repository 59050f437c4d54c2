package org.sipsleuth.finding;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What a rule or a method answered, or why it failed: a fault of one costs its own answer only.
///
/// @param <T> what it answers
/// @param answer empty if it failed
/// @param fault empty if it answered
public record Contained<T>(Optional<T> answer, Optional<Fault> fault) {

    /// Asks a method.
    ///
    /// @param name of the method
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static <T> Contained<T> of(String name, Supplier<T> work) {
        return of(name, Set.of(), work);
    }

    /// Asks a rule. What concerns all of them ([Fault#isContained]) is thrown on.
    ///
    /// @param name as [Fault#name] has it
    /// @param kinds that the rule recognises
    public static <T> Contained<T> of(String name, Set<IncidentKind> kinds, Supplier<T> work) {
        try {
            return new Contained<>(Optional.of(work.get()), Optional.empty());
        } catch (RuntimeException | Error thrown) {
            if (!Fault.isContained(thrown)) {
                throw thrown;
            }
            return new Contained<>(Optional.empty(), Optional.of(Fault.of(name, kinds, thrown)));
        }
    }
}
