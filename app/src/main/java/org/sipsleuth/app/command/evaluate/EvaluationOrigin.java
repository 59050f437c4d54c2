package org.sipsleuth.app.command.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.program.BuildFacts;
import org.sipsleuth.evaluation.PlayedSeeds;

/// What a stored evaluation comes from, so that it can be repeated.
///
/// @param command the words after `sipsleuth` that give the same tables, without those that only
///     state where they are written
/// @param program its version and commit
/// @param date in UTC
/// @param seeds of the captures that were simulated, and what for
public record EvaluationOrigin(List<String> command, BuildFacts program, LocalDate date, List<PlayedSeeds> seeds) {

    private static final String CHANGES = "+changes";

    /// Takes copies.
    public EvaluationOrigin {
        command = List.copyOf(command);
        seeds = List.copyOf(seeds);
    }

    /// The short hash; empty if the program was not built from a commit.
    Optional<String> commit() {
        return program.commit().map(hash -> hash.replace(CHANGES, ""));
    }

    /// Whether the sources differed from the commit, or are of none.
    boolean isChanged() {
        return program.commit().map(hash -> hash.endsWith(CHANGES)).orElse(true);
    }
}
