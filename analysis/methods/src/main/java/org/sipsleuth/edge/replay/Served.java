package org.sipsleuth.edge.replay;

/// How many of the requests that the capture shows to succeed still do.
///
/// @param captured in the capture
/// @param replayed in the replay
/// @param unknown of the rest, those of which it cannot be known
public record Served(int captured, int replayed, int unknown) {

    /// The share that succeeds, 0 to 1; 1 if there were none.
    public double share() {
        return captured == 0 ? 1 : (double) replayed / captured;
    }

    /// The share that does not succeed, 0 to 1.
    public double lost() {
        return 1 - share();
    }
}
