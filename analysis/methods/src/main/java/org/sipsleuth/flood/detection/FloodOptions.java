package org.sipsleuth.flood.detection;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.FloodTrainingSettings;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;

/// What can be set for training, as words.
final class FloodOptions {

    private static final String STEP = "step";
    private static final String DECIDES = "decides";
    private static final String FALSE_ALARMS = "false-alarms";
    private static final String LEAST_WINDOWS = "least-windows";
    private static final String LEAST_UNACKNOWLEDGED = "least-unacknowledged";
    private static final String MOST_WINDOWS = "most-windows";
    private static final String UNITS = "units";
    private static final String EPOCHS = "epochs";
    private static final String BATCH = "batch";
    private static final String LEARNING_RATE = "learning-rate";

    static final List<Setting> SETTINGS = List.of(
            Setting.whole(STEP, 2, "INVITEs", 1, FloodNetwork.MESSAGES, "INVITEs from one window of ten to the next"),
            Setting.choice(DECIDES, "network whose score flags a window; the others are shown beside it",
                    NetworkKind.GRU.word(), NetworkKind.LSTM.word(), NetworkKind.RNN.word(),
                    NetworkKind.LOGISTIC.word()),
            Setting.real(FALSE_ALARMS, 0.001, "", 0, 0.5, "share of legitimate training windows above the threshold"),
            Setting.whole(LEAST_WINDOWS, 5, "windows", 1, 1_000_000, "minimum number of flagged windows of a flood"),
            Setting.real(LEAST_UNACKNOWLEDGED, 0.5, "", 0, 1,
                    "minimum share of calls in a flood that were never acknowledged"),
            Setting.whole(MOST_WINDOWS, 0, "windows", 0, 1_000_000,
                    "most malicious and most legitimate windows learned of each capture, evenly spread; 0: all"),
            Setting.whole(UNITS, NetworkKind.UNITS, "units", 1, NetworkKind.MOST_UNITS, "size of a network's memory"),
            Setting.whole(EPOCHS, FloodTrainingSettings.PAPER.epochs(), "epochs", 1, 1_000,
                    "how often all windows are shown"),
            Setting.whole(BATCH, FloodTrainingSettings.PAPER.batch(), "windows", 1, 100_000, "windows in a batch"),
            Setting.real(LEARNING_RATE, FloodTrainingSettings.PAPER.learningRate(), "", 1e-9, 1,
                    "learning rate of Adam"));

    private FloodOptions() {}

    static FloodSettings settings(Settings values, long seed) {
        return new FloodSettings(values.count(STEP),
                Arrays.stream(NetworkKind.values())
                        .filter(kind -> values.is(DECIDES, kind.word()))
                        .findFirst()
                        .orElseThrow(),
                values.real(FALSE_ALARMS), values.count(LEAST_WINDOWS), values.real(LEAST_UNACKNOWLEDGED),
                values.count(MOST_WINDOWS), new FloodTrainingSettings(values.count(UNITS), values.count(EPOCHS),
                        values.count(BATCH), values.real(LEARNING_RATE), seed));
    }
}
