package org.sipsleuth.view.sequence.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.sequence.SequenceScore;
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
/// @param group its description if it was never observed in training
public record SequenceRow(
        int sequence,
        List<String> types,
        SequenceScore score,
        List<Integer> dialogs,
        Span span,
        Map<TrafficClass, Integer> classes,
        Optional<Group> group) {

    /// When dialogs were there, and who began them.
    ///
    /// @param firstNanos the first message of all, in ns since the epoch
    /// @param lastNanos the last message of all
    /// @param source who sent the first message of most of them
    /// @param sources how many different senders there are
    public record Span(long firstNanos, long lastNanos, String source, int sources) {}

    /// How many dialogs there are.
    public int count() {
        return dialogs.size();
    }

    /// Whether it was never observed in training.
    public boolean isNew() {
        return !score.isObserved();
    }

    /// The claim, if it was never observed.
    public Optional<Finding> finding() {
        return group.map(Group::finding);
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
