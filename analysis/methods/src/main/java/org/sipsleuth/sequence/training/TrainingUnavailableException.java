package org.sipsleuth.sequence.training;

/// Training was asked for, but the module `training` is not installed. The message is for the user.
public final class TrainingUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TrainingUnavailableException(String message) {
        super(message);
    }
}
