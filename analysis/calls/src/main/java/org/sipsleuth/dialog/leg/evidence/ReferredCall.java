package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.fact.Hosts;
import org.sipsleuth.dialog.leg.fact.Party;
import org.sipsleuth.dialog.leg.fact.Party.Likeness;
import org.sipsleuth.dialog.leg.fact.Referral;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Likelihood;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// A REFER in the first dialog asks for a call like the second, which begins soon after.
record ReferredCall() implements Evidence {

    /// Calls that follow a REFER do so within that many seconds.
    static final double WITHIN_SECONDS = 30;

    private static final double USUAL = 50;
    private static final double LEAST = -4;
    private static final double MOST = 6;
    private static final double FROM_WHO_WAS_ASKED = 1.5;
    private static final double FROM_ANOTHER = -1.5;
    private static final double REFERRED_BY = 2.5;
    private static final double NOT_REFERRED = -1;
    private static final int ENOUGH_DIGITS = 8;
    private static final int LEAST_DIGITS = 3;

    @Override
    public String name() {
        return "refer";
    }

    @Override
    public String source() {
        return "RFC 3515, RFC 3892, RFC 5589";
    }

    @Override
    public Nature nature() {
        return Nature.REFERENCE;
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        int refer = refer(pair);
        if (refer == CallEvents.NONE) {
            return 0;
        }
        double after = pair.secondsBetween(refer, pair.second().events().request());
        double byChance = traffic.rate(Hosts.ANY, pair.second().events().startNanos())
                * traffic.chance(Traffic.Feature.CALLED, pair.second().parties().wanted(), USUAL);
        boolean known = pair.second().references().referredBy() != Party.NOBODY;
        double weight = Likelihood.ofDelay(after, byChance, LEAST, MOST)
                + (isFromWhoWasAsked(pair, refer) ? FROM_WHO_WAS_ASKED : FROM_ANOTHER)
                + (known ? REFERRED_BY : NOT_REFERRED);
        return Math.max(0, weight);
    }

    private static boolean isFromWhoWasAsked(LegPair pair, int refer) {
        for (Referral referral : pair.first().references().referrals()) {
            if (referral.message() == refer && referral.host() != Hosts.ANY
                    && referral.host() == pair.second().events().source()) {
                return true;
            }
        }
        return false;
    }

    /// The REFER that the second dialog may follow from.
    private static int refer(LegPair pair) {
        CallFacts second = pair.second();
        if (!second.events().isCall()) {
            return CallEvents.NONE;
        }
        for (Referral referral : pair.first().references().referrals()) {
            double after = pair.secondsBetween(referral.message(), second.events().request());
            Likeness likeness =
                    Party.likeness(referral.target(), second.parties().wanted(), ENOUGH_DIGITS, LEAST_DIGITS);
            if (after >= 0 && after <= WITHIN_SECONDS && (likeness == Likeness.SAME || likeness == Likeness.SAME_END)) {
                return referral.message();
            }
        }
        return CallEvents.NONE;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        int refer = refer(pair);
        int invite = pair.second().events().request();
        String by = texts.header(invite, "Referred-By");
        return "a REFER to " + texts.header(refer, "Refer-To") + " came "
                + LegTexts.duration(pair.secondsBetween(refer, invite)) + " before this call to "
                + texts.wanted(pair.second()) + (by.isEmpty() ? "" : ", with Referred-By " + by);
    }

    @Override
    public List<Integer> messages(LegPair pair) {
        return Requests.of(refer(pair), pair.second().events().request());
    }
}
