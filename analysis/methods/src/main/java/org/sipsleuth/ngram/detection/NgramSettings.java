package org.sipsleuth.ngram.detection;

import org.sipsleuth.ngram.embedding.EmbeddingSettings;

/// How a model is trained and used.
///
/// @param embedding how messages become vectors
/// @param kind what the score is
/// @param neighbours how many normal messages are compared with, 1 to 100; for the local model
/// @param nu the share of training messages that may lie outside the sphere, 0 to 1; for the global
///     model
/// @param falseAlarms the share of held-out normal messages above the threshold, 0 to 0.5
/// @param mostMessages the most distinct messages that are kept, 10 to 20,000
public record NgramSettings(EmbeddingSettings embedding, ModelKind kind, int neighbours, double nu, double falseAlarms,
        int mostMessages) {

    /// The most messages of a model.
    public static final int MOST_MESSAGES = 20_000;

    static final int FEWEST_MESSAGES = 10;
    static final int MOST_NEIGHBOURS = 100;
    static final double MOST_FALSE_ALARMS = 0.5;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a number is out of its range
    public NgramSettings {
        if (neighbours < 1 || neighbours > MOST_NEIGHBOURS || !(nu >= 0 && nu <= 1)
                || !(falseAlarms >= 0 && falseAlarms <= MOST_FALSE_ALARMS) || mostMessages < FEWEST_MESSAGES
                || mostMessages > MOST_MESSAGES) {
            throw new IllegalArgumentException("a setting of n-grams is out of its range");
        }
    }
}
