package org.sipsleuth.dialog.leg.fact;

/// What the session descriptions of a dialog say, as [Keys].
///
/// @param offer the address and port that the first offer names
/// @param answer the address and port of the first answer
/// @param session the name and number of the session in the offer's `o=` line (RFC 8866 §5.2)
/// @param codecs the offered codecs in their order
public record MediaFacts(long offer, long answer, long session, long codecs) {

    /// There is no session description.
    public static final MediaFacts NONE = new MediaFacts(Keys.NONE, Keys.NONE, Keys.NONE, Keys.NONE);
}
