package org.sipsleuth.dialog.leg.fact;

import java.util.List;

/// How a dialog points to others.
///
/// @param named by their Call-IDs
/// @param referrals by REFER
/// @param referredBy who had it begun, a [Party]: Referred-By (RFC 3892)
public record References(List<Reference> named, List<Referral> referrals, long referredBy) {

    /// It points nowhere.
    public static final References NONE = new References(List.of(), List.of(), Party.NOBODY);

    /// Copies its arguments.
    public References {
        named = List.copyOf(named);
        referrals = List.copyOf(referrals);
    }
}
