package org.sipsleuth.view.sequence.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.NoveltyGroup;
import org.sipsleuth.truth.TrafficClass;

/// The dialogs that are unknown for the same step on a hop, those in the chosen time.
///
/// @param group the group, with its finding
/// @param dialogs the dialogs that have the step, at least one
/// @param span when they were there, and who sent the transactions with the step
/// @param classes what they really are, the most frequent first; empty without a truth
public record NoveltyRow(NoveltyDetection.Group group, List<Integer> dialogs, Span span,
        Map<TrafficClass, Integer> classes) implements Listed {

    /// What they share.
    public NoveltyGroup its() {
        return group.dialogs();
    }

    /// How much it asks to be looked at, in bits: 0 and more; many are suspicious.
    public double suspicion() {
        return its().suspicion().bits();
    }

    @Override
    public Optional<Finding> finding() {
        return Optional.of(group.finding());
    }
}
