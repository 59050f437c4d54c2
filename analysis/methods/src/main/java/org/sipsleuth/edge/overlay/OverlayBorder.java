package org.sipsleuth.edge.overlay;

/// What the overlay did for one border.
///
/// @param name of its capture file, or of the network of its sources
/// @param anomalies messages that its anomaly detection reported
/// @param attack messages that count as an attack
/// @param before of these, those that came before the first signature was in use
/// @param stopped of the others, those that a signature stopped
/// @param through of the others, those that got through
/// @param lost legitimate messages that a signature stopped
public record OverlayBorder(String name, int anomalies, int attack, int before, int stopped, int through, int lost) {

    /// Of the messages of the attack that came when signatures were in use, the share that was
    /// stopped, 0 to 1; 0 if none came.
    public double stoppedShare() {
        int after = stopped + through;
        return after == 0 ? 0 : (double) stopped / after;
    }
}
