package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// One kind of evidence that two dialogs are legs of one call.
///
/// A weight is the natural logarithm of how much likelier it is of two legs than of two calls that
/// have nothing to do with each other: 0 indicates nothing, 2.3 ten times, 7 a thousand times; it
/// speaks against below 0.
public sealed interface Evidence
        permits AnswerOrder,
                AnsweredMedia,
                CalledNumber,
                CallingNumber,
                ChargingVector,
                CodecOrder,
                DivertedNumber,
                EndOrder,
                HandoverTime,
                NamedCallId,
                NamedDialog,
                OfferedMedia,
                ReferredCall,
                SessionIdentifier,
                SessionOrigin {

    /// What a kind of evidence can found.
    enum Nature {
        /// Somebody wrote the same name into both legs: enough alone.
        IDENTIFIER,
        /// One dialog names the other: enough alone, whenever the other was.
        REFERENCE,
        /// What legs usually share: only together, and only the best of all candidates counts.
        SUPPORT
    }

    /// Its short name, for scripts: `x-call-id`.
    String name();

    /// Where it is defined, or why it is believed.
    String source();

    /// What it can found; most kinds support only.
    default Nature nature() {
        return Nature.SUPPORT;
    }

    /// Its weight for a pair; 0 if it does not apply.
    double weight(LegPair pair, Traffic traffic);

    /// What it rests on, in a sentence without a full stop.
    String words(LegPair pair, LegTexts texts);

    /// The messages that it rests on, those of the first dialog first; the requests that began
    /// both, unless it is about others.
    default List<Integer> messages(LegPair pair) {
        return Requests.both(pair);
    }
}
