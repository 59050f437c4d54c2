package org.sipsleuth.ngram.detection;

import java.util.List;
import java.util.Map;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.Grams;
import org.sipsleuth.ngram.embedding.Normalisation;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;

/// What can be set for training.
final class NgramOptions {

    private static final String FEATURES = "features";
    private static final String GRAMS = "n-grams";
    private static final String TOKENS = "tokens";
    private static final String N = "n";
    private static final String DELIMITERS = "delimiters";
    private static final String NORMALISE = "normalise";
    private static final String CONTEXT = "context";
    private static final String LENGTH = "unit-length";
    private static final String MODEL = "model";
    private static final String NEIGHBOURS = "neighbours";
    private static final String NU = "nu";
    private static final String FALSE_ALARMS = "false-alarms";
    private static final String MOST_MESSAGES = "most-messages";
    private static final String YES = "yes";
    private static final String NO = "no";

    static final List<Setting> SETTINGS = List.of(
            Setting.choice(FEATURES, "what is counted in a message: byte n-grams or tokens", GRAMS, TOKENS),
            Setting.whole(N, 4, "bytes", 1, Grams.MOST_BYTES, "length of an n-gram"),
            Setting.text(DELIMITERS, Grams.Tokens.PAPER.delimiters(), "characters between tokens, beside line ends"),
            Setting.choice(NORMALISE,
                    "values replaced before counting: those new in each message or dialog,"
                            + " also those of the network (hosts, users), or none",
                    Normalisation.MESSAGE.word(), Normalisation.NETWORK.word(), Normalisation.NONE.word()),
            Setting.choice(CONTEXT, "whether state and position in the dialog count", NO, YES),
            Setting.choice(LENGTH, "whether vectors are divided by their length", NO, YES),
            Setting.choice(MODEL,
                    "what the score is: how many n-grams are in no normal message, the"
                            + " distance from the nearest ones, or from the centre of all",
                    ModelKind.UNSEEN.word(), ModelKind.LOCAL.word(), ModelKind.GLOBAL.word()),
            Setting.whole(NEIGHBOURS, 5, "messages", 1, NgramSettings.MOST_NEIGHBOURS,
                    "nearest normal messages that are compared with"),
            Setting.real(NU, 0.05, "", 0, 1, "share of training messages that may lie outside the sphere"),
            Setting.real(FALSE_ALARMS, 0.005, "", 0, NgramSettings.MOST_FALSE_ALARMS,
                    "share of held-out normal messages above the threshold"),
            Setting.whole(MOST_MESSAGES, 2_200, "messages", NgramSettings.FEWEST_MESSAGES, NgramSettings.MOST_MESSAGES,
                    "most distinct messages that the model keeps"));

    static final Map<String, String> WITHOUT_NAMES = Map.of(NORMALISE, Normalisation.NETWORK.word());

    private NgramOptions() {}

    static NgramSettings settings(Settings values) {
        Grams grams = values.is(FEATURES, TOKENS) ? new Grams.Tokens(values.text(DELIMITERS))
                : new Grams.Bytes(values.count(N));
        Normalisation normalisation = Normalisation.of(values.text(NORMALISE)).orElse(Normalisation.MESSAGE);
        return new NgramSettings(
                new EmbeddingSettings(grams, normalisation, values.is(CONTEXT, YES), values.is(LENGTH, YES)),
                ModelKind.of(values.text(MODEL)).orElseThrow(), values.count(NEIGHBOURS), values.real(NU),
                values.real(FALSE_ALARMS), values.count(MOST_MESSAGES));
    }
}
