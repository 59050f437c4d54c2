package org.sipsleuth.simulate.agent.plan;

import org.sipsleuth.simulate.message.Signal;

/// Decides what a user agent does with calls that come in.
@FunctionalInterface
public interface AnswerPolicy {

    /// What to do with a call. Asked once for each INVITE that is no retransmission.
    Answer to(Signal invite);
}
