package org.sipsleuth.run;

/// How far a run has come.
///
/// @param stage what is being done, for people, e.g. `Reading capture`
/// @param done work finished so far, in the unit of `total` (bytes while reading)
/// @param total all the work, or -1 when unknown
public record Progress(String stage, long done, long total) {

    /// The share done in [0, 1], or -1 when the total is unknown.
    public double fraction() {
        return total > 0 ? Math.min(1.0, (double) done / total) : -1;
    }
}
