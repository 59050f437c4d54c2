package org.sipsleuth.ngram.detection;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.ngram.contribution.ByteContributions;
import org.sipsleuth.ngram.contribution.Contributions;
import org.sipsleuth.ngram.embedding.EmbeddedMessage;
import org.sipsleuth.ngram.local.LocalScore;

/// Why a message has its score: first what is wrong with it in the protocol's words, then what its
/// n-grams contribute.
///
/// @param message its number
/// @param score higher is more anomalous
/// @param departures what departs from the RFCs, by place; empty where nothing does
/// @param embedded the message as a vector, with the places of its n-grams
/// @param neighbours the nearest normal messages; empty for a global model
/// @param contributions of its n-grams
/// @param bytes the same by its bytes
public record MessageExplanation(
        int message,
        double score,
        List<Departure> departures,
        EmbeddedMessage embedded,
        Optional<LocalScore> neighbours,
        Contributions contributions,
        ByteContributions bytes) {

    /// Takes a copy.
    public MessageExplanation {
        departures = List.copyOf(departures);
    }
}
