package org.sipsleuth.flood.detection;

/// Calls to a server that belong to no flood.
///
/// @param count how many
/// @param accepted how many of them were answered with 2xx
/// @param unanswered how many of them got no response at all
/// @param seconds for how long, at least 0
public record LegitimateCalls(int count, int accepted, int unanswered, double seconds) {

    /// The share that was accepted, 0 to 1; NaN without calls.
    public double successRatio() {
        return count == 0 ? Double.NaN : (double) accepted / count;
    }

    /// How many came in a second; 0 if that is not known.
    double perSecond() {
        return seconds > 0 ? count / seconds : 0;
    }
}
