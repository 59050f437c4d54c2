package org.sipsleuth.simulate.message;

import java.util.List;

/// Changes a message after it was written, as no user agent would write it.
@FunctionalInterface
public interface Mutator {

    /// Changes a message.
    ///
    /// @param message the message as its profile writes it
    /// @param told gets what was changed
    /// @return the message as it is sent
    byte[] mutate(byte[] message, List<Mutation> told);
}
