package org.sipsleuth.ngram.embedding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which values of a message are replaced by `*` before its n-grams are counted. Only values of
/// the usual form are: what is too long, or holds other characters, stays as it is.
public enum Normalisation {
    /// None: the paper's embedding.
    NONE,
    /// Those that are new in each message or dialog: branch, tag, Call-ID, numbers of CSeq, dates,
    /// digests, lengths, numbers and ports of session descriptions, the words of text messages.
    MESSAGE,
    /// Also those that are new in each network: hosts, users, display names, realms.
    NETWORK;

    /// Its word for settings: `none`, `message`, `network`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one of this word.
    public static Optional<Normalisation> of(String word) {
        return Arrays.stream(values()).filter(its -> its.word().equals(word)).findFirst();
    }
}
