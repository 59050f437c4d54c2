package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.Parties;
import org.sipsleuth.dialog.leg.fact.Party.Likeness;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Both legs go to the same number, compared with how many calls do.
record CalledNumber() implements Evidence {

    private static final double USUAL = 50;

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
    public double weight(LegPair pair, Traffic traffic) {
        double chance = traffic.chance(Traffic.Feature.CALLED, pair.second().parties().wanted(), USUAL);
        return NumberRule.weight(likeness(pair), chance, DivertedNumber.isDiverted(pair) ? 0 : OTHER);
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
            case SAME_END -> "the called numbers have the same ending: " + one + ", " + other;
            case UNKNOWN -> "called number unknown";
            case DIFFERENT -> "different called numbers: " + one + ", " + other;
        };
    }
}
