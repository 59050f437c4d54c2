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
    static final String YES = "yes";

    static final String PRIOR = "prior";
    static final String BUNDLED = "bundled";
    static final String P_VALUES = "p-values";
    static final String MOST_SEQUENCES = "most-sequences";

    static final List<Setting> SETTINGS = List.of(Setting.choice("network", "type of neural network", CNN, "lstm"),
            Setting.whole("filters", 16, "", 1, 1_024, "number of CNN filters"),
            Setting.whole("units", 0, "", 0, 4_096, "number of LSTM units; 0 for the number of distinct sequences"),
            Setting.whole(MOST_SEQUENCES, 20_000, "", 3, 20_000,
                    "the most frequent sequences that the network learns as classes; novelty per hop learns all"),
            Setting.choice(P_VALUES,
                    "whether p-values of novelty are computed from held-out days of the"
                            + " baseline; no for a baseline of several networks",
                    YES, "no"),
            Setting.choice(PRIOR,
                    "what novelty per hop begins with: the counts of the bundled model, so"
                            + " that what is usual in SIP stays known; none for the baseline alone",
                    BUNDLED, "none"),
            Setting.whole("epochs", 400, "", 1, 100_000, "maximum number of epochs"),
            Setting.whole("patience", 60, "epochs", 1, 100_000, "epochs without better accuracy before training stops"),
            Setting.whole("batch", 0, "sequences", 0, 65_536, "batch size; 0 selects the default of the network"),
            Setting.real("learning-rate", 0, "", 0, 1, "learning rate of Adam; 0 selects the default of the network"),
            Setting.choice("split",
                    "data split: all dialogs for training, or the paper's 50 % training,"
                            + " 20 % validation, 30 % test",
                    ALL, "paper"),
            Setting.choice("retransmissions", "whether retransmissions are part of the sequences", "no", YES),
            Setting.choice("repeats",
                    "whether groups of messages that come again and again, such as"
                            + " registrations under one Call-ID, are folded into two or"
                            + " all belong to the sequences, as in the paper",
                    "folded", ALL),
            Setting.choice("normalisation", "how skewness and kurtosis are scaled to 0–1",
                    Normalisation.ONE_HOT_LIMIT.word(), Normalisation.MIN_MAX.word()),
            Setting.real("tolerance", UnknownSettings.STANDARD.tolerance(), "", 0, 0.5,
                    "share by which a maximum output may fall below its threshold"),
            Setting.choice("strict-float", "whether thresholds are averaged in single precision, for teaching", "no",
                    YES));

    private SequenceOptions() {}

    static SequenceSettings settings(Settings values, long seed) {
        NetworkSettings network = values.is("network", CNN) ? new ConvolutionSettings(values.count("filters"))
                : new RecurrentSettings(values.count("units"));
        TrainingSettings suited = TrainingSettings.of(network, seed);
        int batch = values.count("batch");
        double rate = values.real("learning-rate");
        TrainingSettings training = new TrainingSettings(network, batch == 0 ? suited.batch() : batch,
                rate == 0 ? suited.learningRate() : rate, values.count("epochs"), values.count("patience"), seed);
        UnknownSettings unknown = new UnknownSettings(Normalisation.of(values.text("normalisation")),
                values.real("tolerance"), values.is("strict-float", YES));
        return new SequenceSettings(training, values.is("split", ALL) ? Proportions.ALL : Proportions.PAPER,
                new MessageChoice(values.is("retransmissions", YES), values.is("repeats", ALL)), unknown);
    }
}
