package org.sipsleuth.dialog.leg.fact;

/// A REFER (RFC 3515): somebody is asked to call somebody.
///
/// @param target whom to call, a [Party]
/// @param host who is asked, one of [Hosts]
/// @param message the REFER
public record Referral(long target, int host, int message) {}
