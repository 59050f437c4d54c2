package org.sipsleuth.dialog.statistics;

import org.sipsleuth.dialog.outcome.DialogOutcome;

/// Receives the events that [DialogPass] reports, dialog by dialog.
interface Sink {

    /// The time to a response that is not in the capture.
    long ABSENT = -1;

    /// The time to a response that was captured before its request, by another clock.
    long UNTIMED = -2;

    /// Another dialog, of which some message is in the scope.
    void dialog(int dialog);

    /// A message of the dialog.
    void message(int message);

    /// A request with its responses.
    ///
    /// @param method its type
    /// @param firstNanos until its first response of any kind; [#ABSENT] or [#UNTIMED] without a
    ///     time
    /// @param finalNanos until its first final response; the same
    void exchange(int method, long firstNanos, long finalNanos);

    /// A value of a metric that is a time.
    void time(Metric metric, long nanos);

    /// An attempt in a metric that is a share.
    ///
    /// @param isCounted whether it has what is counted
    void share(Metric metric, boolean isCounted);

    /// A call that was tried.
    ///
    /// @param request its first message
    /// @param talkNanos as of [DialogCalls]
    void call(int request, DialogOutcome outcome, long talkNanos);
}
