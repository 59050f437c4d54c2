package org.sipsleuth.edge.station;

/// Hears when a station begins with a job.
@FunctionalInterface
public interface ServiceListener {

    /// A server begins with a job.
    ///
    /// @param job the number it was offered with
    /// @param beginNanos when its waiting ended
    /// @param endNanos when the server will be done with it
    void begins(int job, long beginNanos, long endNanos);
}
