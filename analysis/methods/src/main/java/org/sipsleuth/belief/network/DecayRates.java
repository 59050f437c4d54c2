package org.sipsleuth.belief.network;

/// How fast the past loses weight in the three intensities: the paper's k. At most 0.
///
/// @param requestPerSecond of requests, by time
/// @param errorPerResponse of error responses, by the number of responses
/// @param parsingPerMessage of defective messages, by the number of messages
public record DecayRates(double requestPerSecond, double errorPerResponse, double parsingPerMessage) {

    /// Those of §4.2; that of parsing errors, which it does not define, is that of error responses.
    public static final DecayRates PAPER = new DecayRates(-0.35, -0.15, -0.15);

    /// The fastest decay that makes a difference.
    private static final double LEAST = -1_000;

    /// @throws IllegalArgumentException if a rate is above 0, below -1000 or no number
    public DecayRates {
        check(requestPerSecond);
        check(errorPerResponse);
        check(parsingPerMessage);
    }

    private static void check(double rate) {
        if (!(rate <= 0 && rate >= LEAST)) {
            throw new IllegalArgumentException(rate + " is no rate from -1000 to 0");
        }
    }
}
