package org.sipsleuth.social.detection;

import java.util.List;
import org.sipsleuth.social.flag.FlaggedUser;

/// What a flagged user does, or what is done to it, in the periods for which it is flagged.
///
/// @param flag periods, score and reasons
/// @param name of the user; may hold words from the capture
/// @param side whether it stands out by the calls it makes, or by those it receives
/// @param calls those calls, as numbers of the records, in the order of time; at least one
/// @param others how many different users it calls, or is called by, in them
/// @param answered how many of them are answered
record FlaggedCalls(FlaggedUser flag, String name, Side side, List<Integer> calls, int others, int answered) {

    /// Which calls stand out.
    enum Side {
        MADE, RECEIVED
    }

    /// Takes a copy.
    FlaggedCalls {
        calls = List.copyOf(calls);
    }
}
