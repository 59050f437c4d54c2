package org.sipsleuth.ngram.contribution;

/// What one n-gram adds to the score of a message.
///
/// @param gram its key
/// @param value what it adds, at least 0
/// @param actual its value in the message, 0 if it is *missing* there
/// @param expected its value in normal messages: in the centre, or the mean of the neighbours
public record Contribution(long gram, double value, double actual, double expected) {

    /// Whether normal messages have it and this one lacks it: it has no position.
    public boolean isMissing() {
        return actual == 0;
    }
}
