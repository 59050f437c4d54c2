package org.sipsleuth.rule;

import java.util.List;
import org.sipsleuth.transaction.HopTransaction;

/// A registration of an account by another host than its owner.
///
/// @param user the account
/// @param owner the host that had registered it
/// @param host the host that registered it, too
/// @param binds its accepted registrations
/// @param removals of the owner's bindings, accepted
/// @param owners the last registration of the owner before, and the next one after or another sign
///     that it goes on
/// @param isOtherProduct whether another product registered than the owner's
/// @param goesOn whether the owner was seen afterwards
/// @param isOutside whether it is in a network without any owner
/// @param isElsewhere whether it also registered again after the owner had: it did not change
///     places with it
record SecondRegistration(int user, int owner, int host, List<HopTransaction> binds, List<HopTransaction> removals,
        List<HopTransaction> owners, boolean isOtherProduct, boolean goesOn, boolean isOutside, boolean isElsewhere) {

    /// The first accepted registration of the host.
    HopTransaction first() {
        return binds.getFirst();
    }
}
