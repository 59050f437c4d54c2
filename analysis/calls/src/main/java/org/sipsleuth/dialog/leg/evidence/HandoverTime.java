package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Likelihood;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// The second leg leaves a host soon after the first reached it, compared with how often calls
/// reach it by chance.
record HandoverTime() implements Evidence {

    private static final double LEAST = -5;
    private static final double MOST = 7;

    /// A B2BUA with several addresses, or a host that is not on the captured wire.
    private static final double NO_HOST_BETWEEN = -4;

    @Override
    public String name() {
        return "time";
    }

    @Override
    public String source() {
        return "a B2BUA sends the second INVITE after it received the first (RFC 7092)";
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        int cause = pair.cause();
        if (cause == CallEvents.NONE) {
            return LEAST;
        }
        double seconds = pair.secondsBetween(cause, pair.second().events().request());
        double rate = traffic.rate(pair.middle(), pair.second().events().startNanos());
        return Likelihood.ofDelay(seconds, rate, LEAST, MOST) + (pair.hasMiddle() ? 0 : NO_HOST_BETWEEN);
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        int cause = pair.cause();
        if (cause == CallEvents.NONE) {
            return "the first leg's request is not in the capture";
        }
        String after = LegTexts.duration(pair.secondsBetween(cause, pair.second().events().request()));
        return pair.hasMiddle()
                ? texts.destination(cause) + " sent the second leg's request " + after + " after the first leg's"
                : "the second leg began " + after + " after the first, from another host";
    }

    @Override
    public List<Integer> messages(LegPair pair) {
        return Requests.of(pair.cause(), pair.second().events().request());
    }
}
