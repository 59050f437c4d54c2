package org.sipsleuth.edge.replay;

/// How many messages of a class from outside an unprotected stack processed.
///
/// @param passed in time
/// @param delayed by 0.5 s or more
/// @param all how many came from outside
public record Passed(int passed, int delayed, int all) {

    /// The share that was processed, 0 to 1; 0 if there were none.
    public double share() {
        return (passed + delayed) / (double) Math.max(1, all);
    }
}
