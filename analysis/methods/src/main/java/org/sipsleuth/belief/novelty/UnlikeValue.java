package org.sipsleuth.belief.novelty;

/// A value outside its usual range.
///
/// @param value which one
/// @param observed what it is in the period; NaN for a share of nothing
/// @param low lower end of the range that all but one in a hundred normal periods reach; NaN if
///     such shares of nothing are usual
/// @param high upper end of the range that all but one in a hundred do not exceed
public record UnlikeValue(PeriodValue value, double observed, double low, double high) {}
