package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Likelihood;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Both legs offer the same address and port for media, compared with how many calls do.
record OfferedMedia() implements Evidence {

    private static final double USUAL = 2_000;
    private static final double MOST = 7.5;

    /// A B2BUA that relays media offers an address of its own.
    private static final double OTHER = -0.7;

    @Override
    public String name() {
        return "sdp-offer";
    }

    @Override
    public String source() {
        return "c= and m= of the offer (RFC 8866, RFC 3264)";
    }

    /// Whether both offer the same.
    static boolean isSame(LegPair pair) {
        long offer = pair.first().media().offer();
        return offer != Keys.NONE && offer == pair.second().media().offer();
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        long one = pair.first().media().offer();
        long other = pair.second().media().offer();
        if (one == Keys.NONE || other == Keys.NONE) {
            return 0;
        }
        return one == other ? Likelihood.ofSharing(traffic.chance(Traffic.Feature.OFFER, one, USUAL), MOST) : OTHER;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        String one = texts.media(pair.first().events().request());
        String other = texts.media(pair.second().events().request());
        return isSame(pair) ? "both offer the same media address: " + one
                : "they offer different media addresses: " + one + ", " + other;
    }
}
