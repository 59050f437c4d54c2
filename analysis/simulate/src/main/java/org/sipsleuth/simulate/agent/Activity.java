package org.sipsleuth.simulate.agent;

/// Something that goes on at a user agent.
@FunctionalInterface
interface Activity {

    /// Ends it without a word.
    void stop();
}
