package org.sipsleuth.dialog.statistics;

import org.sipsleuth.capture.Transport;

/// A number of the statistics, by which its dialogs are found.
public sealed interface Figure {

    /// All dialogs.
    record Everything() implements Figure {}

    /// Messages that repeat an earlier one.
    record Repeated() implements Figure {}

    /// Messages in which something is wrong.
    record Defective() implements Figure {}

    /// Messages of a type, as the message table numbers them: a method, a status code.
    record OfType(int type) implements Figure {}

    /// Responses of a class.
    ///
    /// @param hundreds 1 to 6
    record OfClass(int hundreds) implements Figure {}

    /// Requests of a method without final response.
    record Unanswered(int method) implements Figure {}

    /// Requests of a method that waited at least so long for their first, or their final response.
    record Responded(int method, boolean isFinal, long atLeastNanos) implements Figure {}

    /// Values of a time, at least so long.
    record Timed(Metric metric, long atLeastNanos) implements Figure {}

    /// Attempts of a share: all, or those that are counted.
    record Shared(Metric metric, boolean isCounted) implements Figure {}

    /// Dialogs whose requests name this user agent.
    record UserAgent(String name) implements Figure {}

    /// Dialogs whose responses name this server.
    record Server(String name) implements Figure {}

    /// Messages over a transport.
    record Carried(Transport transport) implements Figure {}

    /// Calls, whatever became of them.
    record Called() implements Figure {}

    /// Calls with a result, as [Statistics.CallCount] counts them.
    record Ended(boolean isAnswered, int status) implements Figure {}

    /// Calls that went wrong in one way, as [CallTotals.Failure] names it.
    record WentWrong(String text) implements Figure {}

    /// Calls that are not decided when their coverage ends.
    record Undecided() implements Figure {}

    /// Messages of an interval of time, both ends included.
    record During(long fromNanos, long toNanos) implements Figure {}
}
