package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.plan.MidCall;

/// A call that a user agent makes, for control beyond its plan.
public interface Call {

    /// Its Call-ID.
    String callId();

    /// Cancels before the answer, or hangs up after it; no effect once it has ended.
    void hangUp();

    /// Performs an action within the call; no effect unless it is answered and has not ended.
    void act(MidCall action);
}
