package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.Identifiers;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// Session-ID has the same UUIDs in both legs.
record SessionIdentifier() implements Evidence {

    private static final double BOTH = 9;

    /// All legs of a conference share its UUID (RFC 7989 §9.1), and so does the form of RFC 7329.
    private static final double ONE = 7;

    @Override
    public String name() {
        return "session-id";
    }

    @Override
    public String source() {
        return "RFC 7989, RFC 7329";
    }

    @Override
    public Nature nature() {
        return Nature.IDENTIFIER;
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        return switch (shared(pair)) {
            case 0 -> 0;
            case 1 -> ONE;
            default -> BOTH;
        };
    }

    private static int shared(LegPair pair) {
        Identifiers first = pair.first().identifiers();
        Identifiers second = pair.second().identifiers();
        int local = second.hasSession(first.localSession()) ? 1 : 0;
        boolean distinct = first.remoteSession() != first.localSession();
        boolean remote = first.remoteSession() != Keys.NONE && distinct;
        return local + (remote && second.hasSession(first.remoteSession()) ? 1 : 0);
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        String value = texts.header(pair.second().events().request(), "Session-ID");
        return shared(pair) == 2 ? "Session-ID has the same two UUIDs: " + value
                : "Session-ID has one UUID in common: " + value;
    }
}
