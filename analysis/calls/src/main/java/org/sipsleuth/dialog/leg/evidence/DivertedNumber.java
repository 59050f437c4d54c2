package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.Party.Likeness;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// The second leg was diverted, by its own header fields, from the number that the first one calls.
record DivertedNumber() implements Evidence {

    private static final double DIVERTED = 2.5;

    @Override
    public String name() {
        return "diversion";
    }

    @Override
    public String source() {
        return "RFC 5806 (Diversion), RFC 7044 (History-Info)";
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        return isDiverted(pair) ? DIVERTED : 0;
    }

    /// Whether the second leg was diverted from whom the first one calls.
    static boolean isDiverted(LegPair pair) {
        Likeness likeness = NumberRule.likeness(pair.first().parties().wanted(), pair.second().parties().diverted());
        return likeness == Likeness.SAME || likeness == Likeness.SAME_END;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        return "the second leg was diverted from " + texts.wanted(pair.first());
    }
}
