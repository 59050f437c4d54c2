package org.sipsleuth.finding;

/// Training was asked for, but the module `training` is not installed. The message is for the user.
public final class TrainingUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message for the user
    public TrainingUnavailableException(String message) {
        super(message);
    }
}
