package org.sipsleuth.conformance.abnf;

/// The steps that checks may still cost: elements matched and bytes compared. Shared by the checks
/// of one message, so that many costly fields cost no more than one. One thread.
public final class StepBudget {

    private int left;

    public StepBudget(int steps) {
        left = steps;
    }

    void spend(int steps) {
        left -= Math.min(steps, Math.max(left, 0) + 1);
    }

    /// Whether nothing is left.
    public boolean isSpent() {
        return left < 0;
    }
}
