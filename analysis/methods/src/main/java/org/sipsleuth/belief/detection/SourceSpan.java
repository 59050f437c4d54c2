package org.sipsleuth.belief.detection;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.belief.period.Period;

/// Periods of one source that a finding is about.
public sealed interface SourceSpan permits SuspectSpan, UnlikeSpan {

    /// What it is part of.
    ScoredPeriods scored();

    /// Its periods, in the order of their time; at least one.
    List<Integer> numbers();

    /// The period that shows most clearly what is found.
    int strongest();

    /// The source's number.
    default int source() {
        return first().group();
    }

    /// The source's address or host. Data of the capture.
    default String sourceName() {
        return scored().sourceName(numbers().getFirst());
    }

    /// Its first period.
    default Period first() {
        return scored().period(numbers().getFirst());
    }

    /// Its last period.
    default Period last() {
        return scored().period(numbers().getLast());
    }

    /// How many messages it has.
    default int messageCount() {
        return numbers().stream().mapToInt(number -> scored().period(number).messages()).sum();
    }

    /// Its messages.
    default int[] messages() {
        return numbers().stream()
                .flatMapToInt(number -> Arrays.stream(scored().periods().messages(scored().period(number))))
                .toArray();
    }

    /// Whether there are enough messages to say anything.
    default boolean isGrounded() {
        return messageCount() >= scored().model().settings().thresholds().leastMessages();
    }
}
