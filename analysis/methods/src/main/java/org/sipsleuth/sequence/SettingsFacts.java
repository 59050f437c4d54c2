package org.sipsleuth.sequence;

import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.sequence.corpus.MessageChoice;
import org.sipsleuth.sequence.corpus.Proportions;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.NetworkSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;
import org.sipsleuth.sequence.training.TrainingSettings;

/// How settings are stored in a model file.
final class SettingsFacts {

    private static final String CNN = "cnn";
    private static final String LSTM = "lstm";
    private static final int MOST = 100_000;

    private SettingsFacts() {}

    static Facts of(SequenceSettings settings) {
        TrainingSettings training = settings.training();
        Facts.Builder facts = Facts.builder();
        switch (training.network()) {
            case ConvolutionSettings cnn -> facts.put("network", CNN).put("filters", cnn.filters());
            case RecurrentSettings lstm -> facts.put("network", LSTM).put("units", lstm.units());
        }
        return facts.put("batch", training.batch())
                .put("learning_rate", training.learningRate())
                .put("epochs", training.mostEpochs())
                .put("patience", training.patience())
                .put("training_share", settings.proportions().training())
                .put("validation_share", settings.proportions().validation())
                .put("retransmissions", settings.messages().retransmissions())
                .put("repeats", settings.messages().repeats())
                .put("normalisation", settings.unknown().normalisation().word())
                .put("tolerance", settings.unknown().tolerance())
                .put("strict_float", settings.unknown().strictFloat())
                .build();
    }

    static SequenceSettings read(Facts facts, long seed) throws ModelFormatException {
        try {
            TrainingSettings training =
                    new TrainingSettings(network(facts), facts.integer("batch", 1, MOST), facts.number("learning_rate"),
                            facts.integer("epochs", 1, MOST), facts.integer("patience", 1, MOST), seed);
            Proportions proportions = new Proportions(facts.number("training_share"), facts.number("validation_share"));
            UnknownSettings unknown = new UnknownSettings(Normalisation.of(facts.text("normalisation")),
                    facts.number("tolerance"), facts.flag("strict_float"));
            MessageChoice messages = new MessageChoice(facts.flag("retransmissions"), facts.flag("repeats"));
            return new SequenceSettings(training, proportions, messages, unknown);
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("settings", "cannot be: " + impossible.getMessage());
        }
    }

    private static NetworkSettings network(Facts facts) throws ModelFormatException {
        return switch (facts.text("network")) {
            case CNN -> new ConvolutionSettings(facts.integer("filters", 1, MOST));
            case LSTM -> new RecurrentSettings(facts.integer("units", 0, MOST));
            default -> throw new ModelFormatException("settings.network", "must be cnn or lstm");
        };
    }
}
