package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.plan.MidCall;

/// A call that a user agent makes, in the hands of whoever wants more than its plan says.
public interface Call {

    /// Its Call-ID.
    String callId();

    /// Gives up before the answer, or hangs up after it; nothing if it has ended.
    void hangUp();

    /// Does something within the call; nothing unless it is answered and has not ended.
    void act(MidCall action);
}
