package org.sipsleuth.view.sequence.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.SequenceDetection.Group;
import org.sipsleuth.sequence.unknown.UnknownGroup;
import org.sipsleuth.truth.TrafficClass;

/// The dialogs of one sequence that are known, or those that are unknown, in the chosen time. The
/// hops of equal sequences may differ, so that a sequence can have both.
///
/// @param sequence its number in the capture
/// @param mark whether its dialogs are known or unknown
/// @param types its message types in order
/// @param score what the network says about it
/// @param dialogs the dialogs that have it, at least one
/// @param span when they were there, and who began them
/// @param classes what they really are, with how many of them, the most frequent first; empty
///     without a truth
/// @param surprise what is new per hop; empty where the model knows whole dialogs only
/// @param group its description if it was never observed in training
public record SequenceRow(int sequence, Mark mark, List<String> types, SequenceScore score, List<Integer> dialogs,
        Span span, Map<TrafficClass, Integer> classes, Optional<Group> group, Optional<Surprise> surprise)
        implements Listed {

    /// What is new per hop in the dialogs of a sequence.
    ///
    /// @param bits of the most anomalous step; many are anomalous
    /// @param group the group of one of the dialogs
    public record Surprise(double bits, Optional<NoveltyDetection.Group> group) {}

    /// Whether its dialogs are unknown: per hop if the model knows hops, else as a whole.
    public boolean isUnknown() {
        return mark == Mark.UNKNOWN;
    }

    /// The number of a row with this sequence and mark among all rows of a capture.
    static int key(int sequence, Mark mark) {
        return 2 * sequence + switch (mark) {
            case KNOWN -> 0;
            case UNKNOWN -> 1;
        };
    }

    /// Its own number among all rows of a capture.
    public int key() {
        return key(sequence, mark);
    }

    /// The surprise per hop in bits; 0 where the model knows whole dialogs only.
    public double bits() {
        return surprise.map(Surprise::bits).orElse(0.0);
    }

    @Override
    public Optional<Finding> finding() {
        return surprise.isPresent() ? surprise.flatMap(Surprise::group).map(NoveltyDetection.Group::finding)
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
