package org.sipsleuth.flood.detection;

import java.util.List;

/// Calls of one source to one server that look like a load test: many a second, evenly spaced,
/// written alike, and carried through.
///
/// @param server as a number of the transaction table
/// @param source as a number of the transaction table
/// @param attempts its INVITE attempts, in the order of time
/// @param perSecond the mean rate
/// @param dispersion the variance of the counts of consecutive intervals by their mean: 1 for
///     independent callers, towards 0 for a clock
/// @param carriedThrough the share of its calls that were acknowledged, cancelled or ended, 0 to 1
record LoadTest(int server, int source, List<Integer> attempts, double perSecond, double dispersion,
        double carriedThrough) {

    /// Takes a copy.
    LoadTest {
        attempts = List.copyOf(attempts);
    }
}
