package org.sipsleuth.sequence.novelty;

import java.util.List;

/// What usually follows some symbols: all that training has seen after the last of them, and the
/// share of everything else.
///
/// @param isTransaction whether these are transactions in a dialog, else messages in a transaction
/// @param likely the most probable first, equal ones by name; empty where nothing was ever seen
/// @param rest the probability of all that was never seen there, 0 to 1; with those of `likely` it
///     adds up to 1
public record Expectation(boolean isTransaction, List<Expected> likely, double rest) {

    /// A share of fewer cases than this is no percentage.
    private static final int LEAST_CASES = 20;

    /// Takes a copy.
    public Expectation {
        likely = List.copyOf(likely);
    }

    /// Whether training has seen enough cases for percentages.
    public boolean isGrounded() {
        return !likely.isEmpty() && likely.getFirst().after() >= LEAST_CASES;
    }

    /// The probability of a symbol; 0 where it was never seen.
    public double probability(String symbol) {
        return likely.stream()
                .filter(expected -> expected.symbol().equals(symbol))
                .mapToDouble(Expected::probability)
                .findFirst()
                .orElse(0);
    }
}
