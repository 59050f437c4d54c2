package org.sipsleuth.ngram.embedding;

/// How a message becomes a vector.
///
/// @param grams what is counted
/// @param normalise which values are replaced first
/// @param context whether what is known of the dialog is appended first (paper 3, section 5)
/// @param unitLength whether vectors are divided by their length
public record EmbeddingSettings(Grams grams, Normalisation normalise, boolean context, boolean unitLength) {

    /// The paper's best embedding: counts of 4-grams.
    public static final EmbeddingSettings PAPER = bytes(4);

    /// The paper's embedding by byte n-grams.
    public static EmbeddingSettings bytes(int n) {
        return new EmbeddingSettings(new Grams.Bytes(n), Normalisation.NONE, false, false);
    }

    /// The paper's embedding by tokens.
    public static EmbeddingSettings tokens() {
        return new EmbeddingSettings(Grams.Tokens.PAPER, Normalisation.NONE, false, false);
    }

    /// The same with another normalisation.
    public EmbeddingSettings normalised(Normalisation normalisation) {
        return new EmbeddingSettings(grams, normalisation, context, unitLength);
    }

    /// The same with what is known of the dialog.
    public EmbeddingSettings withContext() {
        return new EmbeddingSettings(grams, normalise, true, unitLength);
    }

    /// The same with vectors of length 1.
    public EmbeddingSettings withUnitLength() {
        return new EmbeddingSettings(grams, normalise, context, true);
    }
}
