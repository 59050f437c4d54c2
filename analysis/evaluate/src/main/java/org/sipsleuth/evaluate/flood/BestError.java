package org.sipsleuth.evaluate.flood;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.simulate.scenario.flood.FloodBehaviour;
import org.sipsleuth.simulate.scenario.flood.FloodRate;

/// The best possible error when windows within a flood are separated from windows outside by their
/// gaps alone: calls arrive as a Poisson process, messages are written alike, and identities carry
/// no information. Then the length of a window, the sum of its gaps, is all that can be known; it
/// has an Erlang distribution, and the error is the overlap of the two, each weighted with its
/// share of all windows.
///
/// A window of ten INVITEs has nine gaps, and ten with the one before its first INVITE.
///
/// Inputs that know more than one window (the rate before it) may fall below; then the reason is
/// to be shown.
///
/// @param normal normal calls in a second
/// @param gaps gaps in a window: nine or ten for ten INVITEs
/// @param malicious the share of malicious windows, 0–1
public record BestError(double normal, int gaps, double malicious) {

    /// The paper's setting: 10 calls in a second, ten gaps, the shares of its Table 1.
    public static final BestError PAPER = new BestError(10, 10, 91_436.0 / 215_455);

    /// Steps of the integral over the logarithm of the length; its error is below 1e-6.
    private static final int STEPS = 40_000;

    /// Windows shorter or longer than this many times the mean have no weight that matters.
    private static final double RANGE = 1e6;

    /// Checked.
    public BestError {
        if (!(normal > 0) || gaps < 1 || !(malicious >= 0 && malicious <= 1)) {
            throw new IllegalArgumentException(
                    "%s calls per second, %d gaps, share %s".formatted(normal, gaps, malicious));
        }
    }

    /// The least share of windows that any detector gets wrong, 0–1.
    ///
    /// @param normalDuringFlood whether normal calls go on during the flood; if not, the flood is
    ///     alone, as in the paper's data
    public double of(FloodRate rate, FloodBehaviour behaviour, boolean normalDuringFlood) {
        return of(inside(rate, behaviour, normalDuringFlood));
    }

    /// The least share of windows that any detector gets wrong in floods of all rates and
    /// behaviours, equally many and long, 0–1.
    ///
    /// @param normalDuringFlood whether normal calls go on during the flood
    public double ofAll(boolean normalDuringFlood) {
        List<FloodBehaviour.Share> all = new ArrayList<>();
        for (FloodRate rate : FloodRate.values()) {
            for (FloodBehaviour behaviour : FloodBehaviour.values()) {
                all.addAll(inside(rate, behaviour, normalDuringFlood));
            }
        }
        return of(all);
    }

    /// The rates of INVITEs in a flood, and how many windows have them: windows are counted by
    /// INVITEs, so a rate has as many as its time and itself.
    private List<FloodBehaviour.Share> inside(FloodRate rate, FloodBehaviour behaviour, boolean normalDuringFlood) {
        double beside = normalDuringFlood ? normal : 0;
        return behaviour.shares(rate.perSecond(), normal).stream().map(each -> {
            double perSecond = each.perSecond() + beside;
            return new FloodBehaviour.Share(perSecond, each.share() * perSecond);
        }).toList();
    }

    private double of(List<FloodBehaviour.Share> windows) {
        double all = windows.stream().mapToDouble(FloodBehaviour.Share::share).sum();
        double fastest = normal;
        double slowest = normal;
        for (FloodBehaviour.Share each : windows) {
            fastest = Math.max(fastest, each.perSecond());
            slowest = Math.min(slowest, each.perSecond());
        }
        double from = Math.log(gaps / fastest / RANGE);
        double step = (Math.log(gaps / slowest * RANGE) - from) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double logSeconds = from + i * step;
            double outside = (1 - malicious) * density(logSeconds, normal);
            double inside = 0;
            for (FloodBehaviour.Share each : windows) {
                inside += each.share() / all * density(logSeconds, each.perSecond());
            }
            sum += Math.min(outside, malicious * inside);
        }
        return sum * step;
    }

    /// The density of the logarithm of a window's length.
    private double density(double logSeconds, double perSecond) {
        double events = perSecond * Math.exp(logSeconds);
        return Math.exp(gaps * Math.log(events) - events - logFactorial(gaps - 1));
    }

    private static double logFactorial(int number) {
        double sum = 0;
        for (int i = 2; i <= number; i++) {
            sum += Math.log(i);
        }
        return sum;
    }
}
