package org.sipsleuth.view.sequence.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.truth.TrafficClass;

/// Dialogs that are listed as one: those of a whole sequence, or those that are unknown per hop for
/// the same reason.
public sealed interface Listed permits SequenceRow, NoveltyRow {

    /// The dialogs in the chosen time, at least one.
    List<Integer> dialogs();

    /// When they were there, and who began them.
    Span span();

    /// What they really are, with how many of them, the most frequent first; empty without a truth.
    Map<TrafficClass, Integer> classes();

    /// The finding about them, if there is one.
    Optional<Finding> finding();

    /// How many dialogs there are.
    default int count() {
        return dialogs().size();
    }

    /// When dialogs were there, and who began them.
    ///
    /// @param firstNanos the first message of all, in ns since the epoch
    /// @param lastNanos the last message of all
    /// @param source who sent the first message of most of them
    /// @param sources how many different senders there are
    record Span(long firstNanos, long lastNanos, String source, int sources) {}
}
