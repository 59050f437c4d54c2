package org.sipsleuth.app.command.call;

import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.report.output.HumanText;

/// What is listed, in one sentence for people.
public final class CallSummary {

    private static final long NANOS_IN_MILLI = 1_000_000;

    private CallSummary() {}

    /// `40 calls, 32 answered, talk time 4 min 36 s; 2 further legs of them are not listed`.
    ///
    /// @param furtherLegs calls of the capture that are legs of those listed
    public static String of(CallRecords calls, long furtherLegs) {
        long answered = 0;
        long talkMillis = 0;
        long unknown = 0;
        for (int call = 0; call < calls.size(); call++) {
            answered += calls.isAnswered(call) ? 1 : 0;
            talkMillis += calls.talkMillis(call);
            unknown += calls.isTalkKnown(call) ? 0 : 1;
        }
        String listed = HumanText.count(calls.size(), "call");
        String talk = answered == 0 ? "none answered"
                : HumanText.count(answered) + " answered, talk time "
                        + (unknown == answered ? "not known"
                                : HumanText.duration(talkMillis * NANOS_IN_MILLI)
                                        + (unknown == 0 ? "" : ", of %d not known".formatted(unknown)));
        return listed + ", " + talk + legs(furtherLegs);
    }

    private static String legs(long furtherLegs) {
        return furtherLegs == 0 ? ""
                : "; %s of them %s not listed".formatted(HumanText.count(furtherLegs, "further leg"),
                        furtherLegs == 1 ? "is" : "are");
    }
}
