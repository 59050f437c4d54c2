package org.sipsleuth.simulate.message;

import java.util.List;

/// Damages a message after it was written.
@FunctionalInterface
public interface Mutator {

    /// Changes a message.
    ///
    /// @param message the message as its profile writes it
    /// @param changes receives the changes
    /// @return the message as it is sent
    byte[] mutate(byte[] message, List<Mutation> changes);
}
