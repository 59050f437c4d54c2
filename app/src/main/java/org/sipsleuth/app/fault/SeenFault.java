package org.sipsleuth.app.fault;

/// A fault that nobody handled, without its message.
///
/// @param kind the class of what was thrown, without its package
/// @param thread where it was thrown, first
/// @param trace the stack trace; two faults of equal traces are one
/// @param count how often it was thrown
public record SeenFault(String kind, String thread, String trace, long count) {

    SeenFault again() {
        return new SeenFault(kind, thread, trace, count + 1);
    }
}
