package org.sipsleuth.dialog.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/// A figure of the statistics as a row of a table.
///
/// @param group what kind of figure: `method`, `status`, `metric` …
/// @param name what is counted or measured
/// @param count how many there are; of a metric, how many attempts it rests on
/// @param share of all in its group, from 0 to 1; of a metric that is a share, the metric
/// @param times how the values are distributed, if they are times
/// @param note what keeps the figure from stating more, or empty
/// @param figure what finds its dialogs
public record StatisticsRow(String group, String name, long count, OptionalDouble share, Optional<Distribution> times,
        String note, Figure figure) {}
