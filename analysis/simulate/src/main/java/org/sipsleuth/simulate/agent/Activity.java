package org.sipsleuth.simulate.agent;

/// Something that goes on at a user agent.
interface Activity {

    /// Ends it without sending anything.
    void stop();

    /// Whether it is a call.
    default boolean isCall() {
        return false;
    }
}
