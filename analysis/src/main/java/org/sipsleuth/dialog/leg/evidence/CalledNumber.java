package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import org.sipsleuth.dialog.leg.fact.Parties;
import org.sipsleuth.dialog.leg.fact.Party.Likeness;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Likelihood;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Both legs go to the same number, held against how many calls do.
record CalledNumber() implements Evidence {

    private static final double USUAL = 50;
    private static final double MOST = 5;
    private static final double ONLY_THE_END = -0.7;

    /// Numbers are translated in the middle now and then.
    private static final double OTHER = -2;

    @Override
    public String name() {
        return "called";
    }

    @Override
    public String source() {
        return "Request-URI and To (RFC 3261 §8.1.1); numbers without prefixes (RFC 3966 §5.1)";
    }

    @Override
    public Nature nature() {
        return Nature.SUPPORT;
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        double shared =
                Likelihood.ofSharing(
                        traffic.chance(
                                Traffic.Feature.CALLED, pair.second().parties().wanted(), USUAL),
                        MOST);
        return switch (likeness(pair)) {
            case SAME -> shared;
            case SAME_END -> Math.max(0, shared + ONLY_THE_END);
            case UNKNOWN -> 0;
            case DIFFERENT -> DivertedNumber.isDiverted(pair) ? 0 : OTHER;
        };
    }

    private static Likeness likeness(LegPair pair) {
        Parties one = pair.first().parties();
        Parties other = pair.second().parties();
        Likeness best = NumberRule.likeness(one.wanted(), other.wanted());
        best = better(best, NumberRule.likeness(one.wanted(), other.called()));
        return better(best, NumberRule.likeness(one.called(), other.wanted()));
    }

    private static Likeness better(Likeness one, Likeness other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        String one = texts.wanted(pair.first());
        String other = texts.wanted(pair.second());
        return switch (likeness(pair)) {
            case SAME -> "both call " + other;
            case SAME_END -> "the called numbers end alike: " + one + ", " + other;
            case UNKNOWN -> "who is called is not known";
            case DIFFERENT -> "they call different numbers: " + one + ", " + other;
        };
    }

    @Override
    public List<Integer> messages(LegPair pair) {
        return Requests.both(pair);
    }
}
