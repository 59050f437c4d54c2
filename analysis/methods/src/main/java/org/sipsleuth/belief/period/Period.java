package org.sipsleuth.belief.period;

import org.sipsleuth.belief.network.Observation;

/// A stretch of the messages of one source, or of all.
///
/// @param group the source's number; 0 where all are one group; of sources in files: the source's
///     number times the number of files, plus that of the file
/// @param from the place of its first message among those of [Periods]
/// @param to the place after its last one
/// @param fromNanos the time of its first message, in ns since the epoch
/// @param toNanos the time of its last message
/// @param observation the values of the variables at its end
public record Period(int group, int from, int to, long fromNanos, long toNanos, Observation observation) {

    /// How many messages it has.
    public int messages() {
        return to - from;
    }
}
