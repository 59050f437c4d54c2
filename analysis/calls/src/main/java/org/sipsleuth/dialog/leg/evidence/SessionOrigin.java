package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Likelihood;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Both offers have the same session name and number in their `o=` line, as where a relay changes
/// addresses alone.
record SessionOrigin() implements Evidence {

    private static final double USUAL = 200;
    private static final double MOST = 5;

    @Override
    public String name() {
        return "sdp-session";
    }

    @Override
    public String source() {
        return "o= of the offer (RFC 8866 §5.2)";
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        long one = pair.first().media().session();
        boolean same = one != Keys.NONE && one == pair.second().media().session();
        return same && !OfferedMedia.isSame(pair) // said already
                ? Likelihood.ofSharing(traffic.chance(Traffic.Feature.SESSION, one, USUAL), MOST)
                : 0;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        return "both offers have the same username and session ID in o=";
    }
}
