package org.sipsleuth.edge.stage;

/// One step of a border. Messages come in the order of time; one thread.
public interface Stage {

    /// What it protects by.
    Protection protection();

    /// Decides about a message from outside.
    Ruling admit(int message, long nowNanos);

    /// The stack has processed a message from outside.
    default void processed(int message, long nowNanos) {}

    /// A message leaves: a response of the stack, or a request of its own.
    default void left(int message, long nowNanos) {}

    /// A later stage has discarded a message.
    default void discarded(int message, Ruling why, long nowNanos) {}
}
