package org.sipsleuth.simulate.agent.plan;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Body;

/// What happens within a call.
public sealed interface MidCall {

    /// When, in seconds after the answer.
    double atSeconds();

    /// Holds the other side and resumes the call: two re-INVITEs.
    ///
    /// @param forSeconds how long
    record Hold(double atSeconds, double forSeconds) implements MidCall {}

    /// Sends a request within the dialog: INFO, UPDATE, MESSAGE, OPTIONS.
    record Ask(double atSeconds, String method, @Nullable Body body) implements MidCall {}

    /// Transfers the other side with REFER, and hangs up.
    record Transfer(double atSeconds, String target) implements MidCall {}
}
