package org.sipsleuth.rule;

import org.sipsleuth.transaction.HopTransaction;

/// A request within a call from a host that has no part in it.
///
/// @param request at its hop of origin
/// @param side the side that it imitates
/// @param laterRequest a later request of that side from its own host, which shows that it did not
///     send this one, or -1
/// @param isOtherProduct whether another product wrote it than that side's messages
/// @param isBorrowedVia whether its topmost Via names a host of the call instead of its source
/// @param confidence how sure it is, 0 to 1
record ForeignRequest(HopTransaction request, CallParties.Side side, int laterRequest, boolean isOtherProduct,
        boolean isBorrowedVia, double confidence) {}
