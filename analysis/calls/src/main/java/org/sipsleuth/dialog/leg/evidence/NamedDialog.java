package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.fact.Reference;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// A header field that has a meaning of its own names the other dialog.
///
/// @param kind which; not [Reference.Kind#FIELD], which is [NamedCallId]
record NamedDialog(Reference.Kind kind) implements Evidence {

    private static final double REPLACES = 8;
    private static final double TARGET = 6;

    /// A call back is another call that follows from the first.
    private static final double REPLY = 1.5;

    @Override
    public String name() {
        return switch (kind) {
            case FIELD -> "x-call-id";
            case REPLACES -> "replaces";
            case REFER_REPLACES -> "refer-replaces";
            case JOIN -> "join";
            case TARGET_DIALOG -> "target-dialog";
            case REPLY -> "in-reply-to";
        };
    }

    @Override
    public String source() {
        return switch (kind) {
            case FIELD -> "common practice of B2BUAs";
            case REPLACES -> "RFC 3891";
            case REFER_REPLACES -> "RFC 5589 §7";
            case JOIN -> "RFC 3911";
            case TARGET_DIALOG -> "RFC 4538";
            case REPLY -> "RFC 3261 §20.21";
        };
    }

    @Override
    public Nature nature() {
        return Nature.REFERENCE;
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        boolean names = where(pair.first(), pair.second()) != CallEvents.NONE
                || where(pair.second(), pair.first()) != CallEvents.NONE;
        return !names ? 0 : switch (kind) {
            case FIELD, REPLACES, REFER_REPLACES, JOIN -> REPLACES;
            case TARGET_DIALOG -> TARGET;
            case REPLY -> REPLY;
        };
    }

    /// The message in which one names the other.
    private int where(CallFacts one, CallFacts other) {
        for (Reference reference : one.references().named()) {
            if (reference.kind() == kind && reference.callId() == other.identifiers().callId()) {
                return reference.message();
            }
        }
        return CallEvents.NONE;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        boolean second = where(pair.second(), pair.first()) != CallEvents.NONE;
        String named = texts.callId(second ? pair.first() : pair.second());
        return switch (kind) {
            case FIELD, REPLACES -> "Replaces names the other dialog: " + named;
            case REFER_REPLACES -> "Refer-To requests a call that replaces the other: " + named;
            case JOIN -> "Join names the other dialog: " + named;
            case TARGET_DIALOG -> "Target-Dialog names the other dialog: " + named;
            case REPLY -> "In-Reply-To names the other call: " + named;
        };
    }

    @Override
    public List<Integer> messages(LegPair pair) {
        return Requests.of(where(pair.first(), pair.second()), where(pair.second(), pair.first()));
    }
}
