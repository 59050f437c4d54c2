package org.sipsleuth.dialog.leg.fact;

/// What is known of a dialog as a leg of a call.
///
/// @param dialog its number
/// @param events its messages that others' may follow from
/// @param parties who calls whom
/// @param media facts from its session descriptions
/// @param identifiers what it is known by
/// @param references how it points to others
public record CallFacts(int dialog, CallEvents events, Parties parties, MediaFacts media, Identifiers identifiers,
        References references) {}
