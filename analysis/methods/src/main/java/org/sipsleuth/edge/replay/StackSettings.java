package org.sipsleuth.edge.replay;

/// The SIP stack behind the border, all of it assumed.
///
/// @param servers processes that share one queue, 1 to 1,000
/// @param invitesPerSecond what they process together, more than 0
/// @param waitingRoom messages that can wait, at least 0
/// @param isExponential whether service times are exponential instead of fixed
/// @param scale all service times are multiplied by it: for the band
/// @param normalisedSaving share of the service time that normalised messages save, 0 to 1
/// @param seed of exponential service times
public record StackSettings(int servers, double invitesPerSecond, int waitingRoom, boolean isExponential, double scale,
        double normalisedSaving, long seed) {

    /// 4 servers, 60 INVITEs per second, 500 messages, fixed times, 10 % saved.
    public static final StackSettings USUAL = new StackSettings(4, 60, 500, false, 1, 0.1, 1);

    /// The same for `invitesPerSecond`.
    public StackSettings withRate(double perSecond) {
        return new StackSettings(servers, perSecond, waitingRoom, isExponential, scale, normalisedSaving, seed);
    }

    /// The same with all service times multiplied.
    public StackSettings withScale(double factor) {
        return new StackSettings(servers, invitesPerSecond, waitingRoom, isExponential, factor, normalisedSaving, seed);
    }
}
