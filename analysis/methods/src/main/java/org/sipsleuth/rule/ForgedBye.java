package org.sipsleuth.rule;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.transaction.HopTransaction;

/// A BYE with the address of a party that did not send it.
///
/// @param bye at its hop of origin
/// @param later what shows that the party knew nothing of it, or null: a later request of its own,
///     or one of the other party that it accepted
/// @param isOtherPath whether its packet came another way than others of that address
record ForgedBye(HopTransaction bye, @Nullable HopTransaction later, boolean isOtherPath) {}
