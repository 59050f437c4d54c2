package org.sipsleuth.simulate.network;

import org.sipsleuth.simulate.message.Signal;

/// The place where the capture is made.
@FunctionalInterface
public interface Tap {

    /// Sees a message pass. Called in the order of time.
    void pass(long atNanos, Signal signal, Socket from, Socket to);
}
