package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.fact.Reference;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// A header field such as X-Call-ID or X-CID contains the Call-ID of the other leg, or both contain
/// the same one.
record NamedCallId() implements Evidence {

    /// An element that writes such a field knows.
    private static final double NAMES_THE_OTHER = 9;

    /// A leg in common that is not in the capture.
    private static final double NAMES_THE_SAME = 7;

    @Override
    public String name() {
        return "x-call-id";
    }

    @Override
    public String source() {
        return "common practice of B2BUAs (X-Call-ID, X-CID)";
    }

    @Override
    public Nature nature() {
        return Nature.IDENTIFIER;
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        if (names(pair.second(), pair.first()) || names(pair.first(), pair.second())) {
            return NAMES_THE_OTHER;
        }
        long shared = pair.first().identifiers().named();
        return shared != Keys.NONE && shared == pair.second().identifiers().named() ? NAMES_THE_SAME : 0;
    }

    private static boolean names(CallFacts one, CallFacts other) {
        for (Reference reference : one.references().named()) {
            if (reference.kind() == Reference.Kind.FIELD && reference.callId() == other.identifiers().callId()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        CallFacts names = names(pair.second(), pair.first()) ? pair.second() : pair.first();
        CallFacts named = names.equals(pair.second()) ? pair.first() : pair.second();
        String callId = texts.callId(named);
        String field = texts.fieldWith(names.events().request(), callId);
        return field.isEmpty() ? "both legs name the same Call-ID in a header field"
                : field + " is the Call-ID of the other leg: " + callId;
    }
}
