package org.sipsleuth.edge.stage;

/// Settings of the session queues.
///
/// @param newPerSecond new sessions per second of a client without a record; as many times more as
///     it has sessions that ended well, up to 100 times
/// @param messagesPerSecond messages per second in one session
/// @param newcomers share of the queue that clients without a record can fill, 0 to 1
/// @param known share that clients with a record can fill with new sessions, 0 to 1
/// @param retransmission share from which clients without a record must retransmit before they are
///     let in, as clients do and flood tools rarely do; above 1: never
public record QueueSettings(double newPerSecond, double messagesPerSecond, double newcomers, double known,
        double retransmission) {

    /// 2 new sessions and 20 messages per second; half of the queue for newcomers, who must
    /// retransmit from a twentieth on, the last tenth for sessions that are under way.
    public static final QueueSettings USUAL = new QueueSettings(2, 20, 0.5, 0.9, 0.05);
}
