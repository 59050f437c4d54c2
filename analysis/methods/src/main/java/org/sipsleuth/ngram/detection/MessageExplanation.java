package org.sipsleuth.ngram.detection;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.ngram.contribution.ByteContributions;
import org.sipsleuth.ngram.contribution.Contributions;
import org.sipsleuth.ngram.embedding.EmbeddedMessage;
import org.sipsleuth.ngram.local.Neighbour;
import org.sipsleuth.sentence.Sentence;

/// Why a message has its score: what its n-grams contribute.
///
/// @param message its number
/// @param score higher is more anomalous
/// @param embedded the message as a vector, with the places of its n-grams
/// @param nearest the nearest normal message; empty for a global model
/// @param contributions of its n-grams
/// @param bytes the same by its bytes
/// @param headers what of its header fields is unlike normal ones, whatever the score
public record MessageExplanation(int message, double score, EmbeddedMessage embedded, Optional<Neighbour> nearest,
        Contributions contributions, ByteContributions bytes, List<Sentence> headers) {

    /// Takes a copy.
    public MessageExplanation {
        headers = List.copyOf(headers);
    }
}
