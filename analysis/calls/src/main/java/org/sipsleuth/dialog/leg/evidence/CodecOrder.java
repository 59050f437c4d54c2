package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Likelihood;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Both legs offer the same codecs in the same order, compared with how many calls do.
record CodecOrder() implements Evidence {

    private static final double USUAL = 4;
    private static final double MOST = 2;

    /// A B2BUA may filter or transcode.
    private static final double OTHER = -0.7;

    @Override
    public String name() {
        return "codecs";
    }

    @Override
    public String source() {
        return "m= and a=rtpmap of the offer, in order of preference (RFC 3264 §5.1)";
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        long one = pair.first().media().codecs();
        long other = pair.second().media().codecs();
        if (one == Keys.NONE || other == Keys.NONE || OfferedMedia.isSame(pair)) {
            return 0;
        }
        return one == other ? Likelihood.ofSharing(traffic.chance(Traffic.Feature.CODECS, one, USUAL), MOST) : OTHER;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        String one = texts.codecs(pair.first().events().request());
        String other = texts.codecs(pair.second().events().request());
        return one.equals(other) ? "both offer the codecs " + one
                : "they offer different codecs: " + one + "; " + other;
    }
}
