package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.fact.CallEvents.Kind;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Likelihood;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Both legs are answered with the same address and port for media, compared with how many are.
record AnsweredMedia() implements Evidence {

    private static final double USUAL = 500;
    private static final double MOST = 6;
    private static final double OTHER = -0.4;

    /// Who passes the offer on passes the answer back, unless another branch answered.
    private static final double OTHER_TO_THE_SAME_OFFER = -2.5;

    @Override
    public String name() {
        return "sdp-answer";
    }

    @Override
    public String source() {
        return "c= and m= of the answer (RFC 8866, RFC 3264)";
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        long one = pair.first().media().answer();
        long other = pair.second().media().answer();
        if (one == Keys.NONE || other == Keys.NONE) {
            return 0;
        }
        if (one == other) {
            return Likelihood.ofSharing(traffic.chance(Traffic.Feature.ANSWER, one, USUAL), MOST);
        }
        return OfferedMedia.isSame(pair) ? OTHER_TO_THE_SAME_OFFER : OTHER;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        boolean same = pair.first().media().answer() == pair.second().media().answer();
        return same ? "both are answered with the same media address" + where(pair, texts)
                : "they are answered with different media addresses";
    }

    private static String where(LegPair pair, LegTexts texts) {
        int answer = pair.second().events().first(Kind.FINAL, -1, -1);
        String media = texts.media(answer);
        return media.isEmpty() ? "" : ": " + media;
    }

    @Override
    public List<Integer> messages(LegPair pair) {
        return Requests.of(answer(pair.first().events()), answer(pair.second().events()));
    }

    private static int answer(CallEvents events) {
        return events.first(Kind.FINAL, -1, -1);
    }
}
