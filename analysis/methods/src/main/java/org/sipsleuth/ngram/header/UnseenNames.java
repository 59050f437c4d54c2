package org.sipsleuth.ngram.header;

import java.util.List;

/// Header names that no normal message of the method or status has together.
///
/// @param type the method or status code
/// @param isTypeSeen whether normal messages have this method or status at all
/// @param more what the message has beside those of the most similar normal one, each as often
/// @param missing what it lacks of these
public record UnseenNames(String type, boolean isTypeSeen, List<String> more, List<String> missing) {

    /// Takes copies.
    public UnseenNames {
        more = List.copyOf(more);
        missing = List.copyOf(missing);
    }
}
