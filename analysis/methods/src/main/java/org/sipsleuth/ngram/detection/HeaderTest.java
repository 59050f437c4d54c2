package org.sipsleuth.ngram.detection;

/// What of a message's header fields is compared with normal messages, beside its n-grams.
public enum HeaderTest {
    /// Whether some normal message of the method or status has the same header names, each as often.
    NAMES,
    /// Whether a header field is longer than any of its name in normal messages.
    LENGTHS
}
