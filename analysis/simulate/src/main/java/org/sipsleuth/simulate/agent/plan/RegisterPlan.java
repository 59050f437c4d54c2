package org.sipsleuth.simulate.agent.plan;

import java.util.function.IntConsumer;

/// How a user agent registers.
///
/// @param expiresSeconds the requested expiry; the registration is refreshed before that
/// @param forSeconds how long it stays registered; 0 registers once, without refreshing
/// @param leaves whether it removes its registration at the end
/// @param answered receives the status of each final response except challenges it can answer
public record RegisterPlan(int expiresSeconds, double forSeconds, boolean leaves, IntConsumer answered) {

    /// Registers once.
    public static RegisterPlan once(int expiresSeconds) {
        return new RegisterPlan(expiresSeconds, 0, false, _ -> {});
    }

    /// Stays registered for a time, then removes its registration.
    public static RegisterPlan during(double seconds, int expiresSeconds) {
        return new RegisterPlan(expiresSeconds, seconds, true, _ -> {});
    }

    /// The same plan with a listener for the status of its responses.
    public RegisterPlan withListener(IntConsumer listener) {
        return new RegisterPlan(expiresSeconds, forSeconds, leaves, listener);
    }
}
