package org.sipsleuth.simulate.agent.plan;

/// How a call ended.
///
/// @param status the final response to its INVITE; 487 if it was cancelled, 408 if nobody answered
/// @param talkSeconds how long it lasted from the answer to its end; 0 if it was not answered
/// @param byMe whether the side that receives this ended or cancelled the call
public record CallEnd(String callId, int status, double talkSeconds, boolean byMe) {

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECTION = 300;

    /// Whether it was answered.
    public boolean isAnswered() {
        return status >= FIRST_SUCCESS && status < FIRST_REDIRECTION;
    }
}
