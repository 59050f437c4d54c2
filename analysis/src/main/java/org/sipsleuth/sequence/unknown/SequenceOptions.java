package org.sipsleuth.sequence.unknown;

import java.util.List;
import org.sipsleuth.sequence.Normalisation;
import org.sipsleuth.sequence.SequenceSettings;
import org.sipsleuth.sequence.UnknownSettings;
import org.sipsleuth.sequence.corpus.MessageChoice;
import org.sipsleuth.sequence.corpus.Proportions;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.NetworkSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;
import org.sipsleuth.sequence.training.TrainingSettings;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;

/// What can be set for training, as words.
final class SequenceOptions {

    private static final String CNN = "cnn";
    private static final String ALL = "all";
    private static final String YES = "yes";

    static final List<Setting> SETTINGS =
            List.of(
                    Setting.choice("network", "which network learns the dialogs", CNN, "lstm"),
                    Setting.whole("filters", 16, "", 1, 1_024, "filters of the CNN"),
                    Setting.whole(
                            "units",
                            0,
                            "",
                            0,
                            4_096,
                            "units of the LSTM; 0 for as many as different sequences"),
                    Setting.whole(
                            "epochs",
                            400,
                            "",
                            1,
                            100_000,
                            "epochs after which training ends at last"),
                    Setting.whole(
                            "patience",
                            60,
                            "epochs",
                            1,
                            100_000,
                            "training ends when the accuracy has not risen for so long"),
                    Setting.whole(
                            "batch",
                            0,
                            "sequences",
                            0,
                            65_536,
                            "sequences in a step; 0 for what suits the network"),
                    Setting.real(
                            "learning-rate",
                            0,
                            "",
                            0,
                            1,
                            "step size of Adam; 0 for what suits the network"),
                    Setting.choice(
                            "split",
                            "what the dialogs are for: all for training, or the paper's 50 % for"
                                    + " training, 20 % for validation, 30 % for the test",
                            ALL,
                            "paper"),
                    Setting.choice(
                            "retransmissions",
                            "whether repeated messages belong to the sequences",
                            "no",
                            YES),
                    Setting.choice(
                            "repeats",
                            "whether groups of messages that come again and again, such as"
                                    + " registrations under one Call-ID, are folded into two or"
                                    + " all belong to the sequences, as in the paper",
                            "folded",
                            ALL),
                    Setting.choice(
                            "normalisation",
                            "how skewness and kurtosis come to the range from 0 to 1",
                            Normalisation.ONE_HOT_LIMIT.word(),
                            Normalisation.MIN_MAX.word()),
                    Setting.real(
                            "tolerance",
                            UnknownSettings.STANDARD.tolerance(),
                            "",
                            0,
                            0.5,
                            "by which share a maximum output may lie below its threshold"),
                    Setting.choice(
                            "strict-float",
                            "whether thresholds are averaged in single precision, as a lab may want"
                                    + " to show",
                            "no",
                            YES));

    private SequenceOptions() {}

    static SequenceSettings settings(Settings values, long seed) {
        NetworkSettings network =
                values.is("network", CNN)
                        ? new ConvolutionSettings(values.count("filters"))
                        : new RecurrentSettings(values.count("units"));
        TrainingSettings suited = TrainingSettings.of(network, seed);
        int batch = values.count("batch");
        double rate = values.real("learning-rate");
        TrainingSettings training =
                new TrainingSettings(
                        network,
                        batch == 0 ? suited.batch() : batch,
                        rate == 0 ? suited.learningRate() : rate,
                        values.count("epochs"),
                        values.count("patience"),
                        seed);
        UnknownSettings unknown =
                new UnknownSettings(
                        Normalisation.of(values.text("normalisation")),
                        values.real("tolerance"),
                        values.is("strict-float", YES));
        return new SequenceSettings(
                training,
                values.is("split", ALL) ? Proportions.ALL : Proportions.PAPER,
                new MessageChoice(values.is("retransmissions", YES), values.is("repeats", ALL)),
                unknown);
    }
}
