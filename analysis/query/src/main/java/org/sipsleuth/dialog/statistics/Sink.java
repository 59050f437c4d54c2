package org.sipsleuth.dialog.statistics;

import org.sipsleuth.dialog.outcome.DialogOutcome;

/// Receives the events that [DialogPass] reports, dialog by dialog.
interface Sink {

    /// Another dialog, of which some message is in the scope.
    void dialog(int dialog);

    /// A message of the dialog.
    void message(int message);

    /// A request with its responses.
    ///
    /// @param method its type
    /// @param firstNanos until its first response of any kind; -1 if absent
    /// @param finalNanos until its first final response; -1 if absent
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
    void call(int request, DialogOutcome outcome);
}
