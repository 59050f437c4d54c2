package org.sipsleuth.flood.detection;

import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.FloodTrainingSettings;
import org.sipsleuth.flood.window.WindowSettings;

/// How a model is trained and used.
///
/// @param step attempts from one window to the next, 1 to 10
/// @param decides the network whose score decides
/// @param falseAlarms the share of legitimate training windows above each threshold, 0 to 0.5
/// @param leastWindows the fewest flagged windows of a flood, at least 1
/// @param leastUnacknowledged the lowest share of calls never acknowledged in a flood, 0 to 1
/// @param mostOfFile the most malicious and the most legitimate windows that are learned of a file,
///     0 for all
/// @param training how the networks learn
public record FloodSettings(int step, NetworkKind decides, double falseAlarms, int leastWindows,
        double leastUnacknowledged, int mostOfFile, FloodTrainingSettings training) {

    private static final double MOST_FALSE_ALARMS = 0.5;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a number is out of its range
    public FloodSettings {
        if (step < 1 || step > FloodNetwork.MESSAGES || !(falseAlarms >= 0 && falseAlarms <= MOST_FALSE_ALARMS)
                || leastWindows < 1 || mostOfFile < 0 || !(leastUnacknowledged >= 0 && leastUnacknowledged <= 1)) {
            throw new IllegalArgumentException("a setting of floods is out of its range");
        }
    }

    /// The windows: as long as the networks want them.
    public WindowSettings windows() {
        return new WindowSettings(FloodNetwork.MESSAGES, step);
    }
}
