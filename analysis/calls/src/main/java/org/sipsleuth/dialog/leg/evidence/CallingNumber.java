package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.Parties;
import org.sipsleuth.dialog.leg.fact.Party.Likeness;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Both legs come from the same number, compared with how many calls do.
record CallingNumber() implements Evidence {

    private static final double USUAL = 50;

    /// Some systems call with a number of their own.
    private static final double OTHER = -1.8;

    @Override
    public String name() {
        return "calling";
    }

    @Override
    public String source() {
        return "From (RFC 3261 §8.1.1.3), P-Asserted-Identity (RFC 3325)";
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        double chance = traffic.chance(Traffic.Feature.CALLING, pair.second().parties().caller(), USUAL);
        return NumberRule.weight(likeness(pair), chance, OTHER);
    }

    private static Likeness likeness(LegPair pair) {
        Parties one = pair.first().parties();
        Parties other = pair.second().parties();
        Likeness from = NumberRule.likeness(one.caller(), other.caller());
        Likeness asserted = NumberRule.likeness(one.asserted(), other.asserted());
        return from.compareTo(asserted) >= 0 ? from : asserted;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        String one = texts.caller(pair.first());
        String other = texts.caller(pair.second());
        return switch (likeness(pair)) {
            case SAME -> "both calls come from " + other;
            case SAME_END -> "the calling numbers have the same ending: " + one + ", " + other;
            case UNKNOWN -> "calling number unknown";
            case DIFFERENT -> "different calling numbers: " + one + ", " + other;
        };
    }
}
