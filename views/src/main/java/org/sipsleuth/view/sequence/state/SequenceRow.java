package org.sipsleuth.view.sequence.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.SequenceDetection.Group;
import org.sipsleuth.sequence.unknown.UnknownGroup;
import org.sipsleuth.truth.TrafficClass;

/// The dialogs of one sequence, those in the chosen time.
///
/// @param sequence its number in the capture
/// @param types its message types in order
/// @param score what the network says of it
/// @param dialogs the dialogs that have it, at least one
/// @param span when they were there, and who began them
/// @param classes what they really are, with how many of them, the most frequent first; empty
///     without a truth
/// @param surprise what is new per hop; empty where the model knows whole dialogs only
/// @param group its description if it was never observed in training
public record SequenceRow(
        int sequence,
        List<String> types,
        SequenceScore score,
        List<Integer> dialogs,
        Span span,
        Map<TrafficClass, Integer> classes,
        Optional<Group> group,
        Optional<Surprise> surprise)
        implements Listed {

    /// What is new per hop in the dialogs of a sequence.
    ///
    /// @param bits of the most anomalous step; many are anomalous
    /// @param unknown how many of the dialogs have a step that training never saw
    /// @param group the group of one of these
    public record Surprise(double bits, int unknown, Optional<NoveltyDetection.Group> group) {}

    /// Whether any of the dialogs is unknown to the training data: per hop if the model knows hops,
    /// else as a whole.
    public boolean isNew() {
        return unknown() > 0;
    }

    /// How many of the dialogs are unknown to the training data.
    public int unknown() {
        return surprise.map(Surprise::unknown).orElse(score.isObserved() ? 0 : count());
    }

    /// The surprise per hop in bits; 0 where the model knows whole dialogs only.
    public double bits() {
        return surprise.map(Surprise::bits).orElse(0.0);
    }

    @Override
    public Optional<Finding> finding() {
        return surprise.isPresent()
                ? surprise.flatMap(Surprise::group).map(NoveltyDetection.Group::finding)
                : group.map(Group::finding);
    }

    /// How many messages differ from the nearest known dialog.
    public int distance() {
        return group.map(Group::dialogs)
                .map(UnknownGroup::neighbours)
                .filter(neighbours -> !neighbours.isEmpty())
                .map(neighbours -> neighbours.getFirst().distance())
                .orElse(0);
    }
}
