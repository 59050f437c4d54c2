package org.sipsleuth.dialog.outcome;

/// What a final response makes of a dialog.
///
/// @param outcome what becomes of it
/// @param cause why
record StatusOutcome(Outcome outcome, Cause cause) {

    /// Of a status code from 300 on.
    ///
    /// @param challenge what a 401 or 407 makes of it
    static StatusOutcome of(int status, Cause challenge) {
        return switch (status / 100) {
            case 3 -> new StatusOutcome(Outcome.REDIRECTED, Cause.MOVED);
            case 4 -> ofClientError(status, challenge);
            case 6 -> ofGlobalFailure(status);
            default -> new StatusOutcome(Outcome.FAILED, ofServerError(status));
        };
    }

    private static StatusOutcome ofClientError(int status, Cause challenge) {
        return switch (status) {
            case 401, 407 -> refused(challenge);
            case 403 -> refused(Cause.FORBIDDEN);
            case 404, 410, 484, 485 -> refused(Cause.NOT_FOUND);
            case 406, 415, 488 -> refused(Cause.MEDIA_NOT_ACCEPTABLE);
            case 408 -> failed(Cause.REQUEST_TIMEOUT);
            case 422, 423 -> refused(Cause.INTERVAL_TOO_SMALL);
            case 433 -> refused(Cause.UNWANTED);
            case 480 -> refused(Cause.UNAVAILABLE);
            case 481 -> refused(Cause.DIALOG_UNKNOWN);
            case 482, 483 -> failed(Cause.LOOP);
            case 486 -> refused(Cause.BUSY);
            case 487 -> new StatusOutcome(Outcome.CANCELLED, Cause.TERMINATED);
            default -> refused(Cause.REQUEST_REJECTED);
        };
    }

    private static StatusOutcome ofGlobalFailure(int status) {
        return switch (status) {
            case 600 -> refused(Cause.BUSY);
            case 603 -> refused(Cause.DECLINED);
            case 604 -> refused(Cause.NOT_FOUND);
            case 606 -> refused(Cause.MEDIA_NOT_ACCEPTABLE);
            case 607, 608 -> refused(Cause.UNWANTED);
            default -> failed(Cause.GLOBAL_FAILURE);
        };
    }

    private static Cause ofServerError(int status) {
        return switch (status) {
            case 503 -> Cause.SERVICE_UNAVAILABLE;
            case 504 -> Cause.SERVER_TIMEOUT;
            default -> Cause.SERVER_ERROR;
        };
    }

    private static StatusOutcome refused(Cause cause) {
        return new StatusOutcome(Outcome.REFUSED, cause);
    }

    private static StatusOutcome failed(Cause cause) {
        return new StatusOutcome(Outcome.FAILED, cause);
    }
}
