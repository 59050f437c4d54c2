package org.sipsleuth.model;

/// Which model a finding comes from: enough to find it again, to know what it was trained on, and
/// to train it again.
///
/// @param name what people call it
/// @param kind its method
/// @param sha256 of its file, in lower-case hexadecimal
/// @param trainingSet what it was trained on, in a few words
/// @param trainedDialogs how many dialogs that were
/// @param seed of all that was drawn in training
public record ModelIdentity(String name, String kind, String sha256, String trainingSet, long trainedDialogs,
        long seed) {}
