package org.sipsleuth.belief.novelty;

import org.sipsleuth.rarity.PValue;

/// How unlike normal ones a period is.
///
/// @param distance its mean distance to the five nearest normal periods; 0 or more, high is
///     anomalous
/// @param p how many normal periods are as far from normal ones of other captures
/// @param isUnlike whether it is farther than the threshold
public record PeriodJudgement(double distance, PValue p, boolean isUnlike) {}
