package org.sipsleuth.belief;

import java.time.Duration;
import org.sipsleuth.belief.learning.LearningSettings;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.period.PeriodSettings;

/// All that decides what a model becomes, besides the traffic it is trained with.
///
/// @param periods when beliefs are formed
/// @param sources who counts as the source of a message
/// @param learning how tables are learned
/// @param thresholds what findings are compared with
public record BeliefSettings(PeriodSettings periods, SourceRule sources, LearningSettings learning,
        BeliefThresholds thresholds) {

    /// The usual ones.
    public static final BeliefSettings STANDARD = new BeliefSettings(
            new PeriodSettings.Adaptive(new PeriodSettings.ByCountOrTime(new PeriodSettings.ByCount(60),
                    new PeriodSettings.ByTime(Duration.ofMinutes(30))), 40, Duration.ofDays(1)),
            SourceRule.POOLED, LearningSettings.STANDARD, BeliefThresholds.STANDARD);
}
