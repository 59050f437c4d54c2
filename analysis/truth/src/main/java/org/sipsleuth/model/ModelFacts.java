package org.sipsleuth.model;

/// What every model says of itself.
///
/// @param name what people call it, 1 to 200 characters
/// @param settings all settings of its method, so that it can be trained again
/// @param thresholds above or below which something is reported; by method
/// @param details what only models of this kind have: an alphabet, the loss of every epoch …
public record ModelFacts(ModelType type, String name, Facts settings, Training training, Facts thresholds,
        Facts details) {

    private static final int LONGEST_NAME = 200;

    /// @throws IllegalArgumentException if the name is empty or too long
    public ModelFacts {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to 200 characters");
        }
    }
}
