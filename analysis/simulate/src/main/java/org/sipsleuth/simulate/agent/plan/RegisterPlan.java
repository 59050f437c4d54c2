package org.sipsleuth.simulate.agent.plan;

import java.util.function.IntConsumer;

/// How a user agent registers.
///
/// @param expiresSeconds how long each registration is asked to hold; it is refreshed before that
/// @param forSeconds how long it stays registered; 0 registers once, without refreshing
/// @param leaves whether it takes its registration back at the end
/// @param answered is told the status of each final response that is no challenge it can answer
public record RegisterPlan(
        int expiresSeconds, double forSeconds, boolean leaves, IntConsumer answered) {

    /// Registers once.
    public static RegisterPlan once(int expiresSeconds) {
        return new RegisterPlan(expiresSeconds, 0, false, _ -> {});
    }

    /// Stays registered for a time, then takes its registration back.
    public static RegisterPlan during(double seconds, int expiresSeconds) {
        return new RegisterPlan(expiresSeconds, seconds, true, _ -> {});
    }

    /// The same, and is told what comes of it.
    public RegisterPlan telling(IntConsumer whom) {
        return new RegisterPlan(expiresSeconds, forSeconds, leaves, whom);
    }
}
