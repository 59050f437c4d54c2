package org.sipsleuth.sequence.novelty;

/// What is expected to be new in further traffic of the same network: the share of what was seen
/// once (Good 1953, Turing's estimate).
///
/// @param observed how many were seen in training
/// @param once how many of them would be new had they not been seen: those with something that only
///     they have
public record GoodTuring(long observed, long once) {

    private static final double RISK = 0.05;

    /// In standard deviations, beyond any limit.
    private static final double REACH = 4;

    private static final int BISECTIONS = 50;

    /// @throws IllegalArgumentException if a number is negative, or there are more that were seen
    ///     once
    public GoodTuring {
        if (once < 0 || once > observed) {
            throw new IllegalArgumentException("%d of %d".formatted(once, observed));
        }
    }

    /// The expected share of new ones, 0 to 1; 1 if nothing was seen.
    public double expected() {
        return observed == 0 ? 1 : (double) once / observed;
    }

    /// The share that the true one exceeds in 5 of 100 baselines only, 0 to 1, if what is new comes
    /// independently: of none in 300, 1 %. The upper limit of the mean of a Poisson distribution,
    /// found by bisection.
    public double most() {
        double low = once;
        double high = once + REACH * Math.sqrt((double) once + 1) + REACH;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (atMostOnce(middle) > RISK) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return observed == 0 ? 1 : Math.min(1, high / observed);
    }

    /// The probability of so few where so many are expected.
    private double atMostOnce(double mean) {
        double logTerm = -mean;
        double sum = Math.exp(logTerm);
        for (long i = 1; i <= once; i++) {
            logTerm += Math.log(mean / i);
            sum += Math.exp(logTerm);
        }
        return sum;
    }
}
