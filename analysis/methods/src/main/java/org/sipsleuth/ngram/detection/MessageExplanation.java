package org.sipsleuth.ngram.detection;

import java.util.Optional;
import org.sipsleuth.ngram.contribution.ByteContributions;
import org.sipsleuth.ngram.contribution.Contributions;
import org.sipsleuth.ngram.embedding.EmbeddedMessage;
import org.sipsleuth.ngram.local.LocalScore;

/// Why a message has its score: what its n-grams contribute.
///
/// @param message its number
/// @param score higher is more anomalous
/// @param embedded the message as a vector, with the places of its n-grams
/// @param neighbours the nearest normal messages; empty for a global model
/// @param contributions of its n-grams
/// @param bytes the same by its bytes
public record MessageExplanation(
        int message,
        double score,
        EmbeddedMessage embedded,
        Optional<LocalScore> neighbours,
        Contributions contributions,
        ByteContributions bytes) {}
