package org.sipsleuth.rule;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.transaction.HopTransaction;

/// A BYE or CANCEL with the address of a party that did not send it.
///
/// @param request at its hop of origin
/// @param later what shows that the party knew nothing of it, or null: a later request of its own,
///     or one of the other party that it accepted
/// @param isOtherPath whether its packet came another way than others of that address
/// @param isOtherPort whether it came from a port that the party uses for nothing else
/// @param isOtherWriting whether it is written otherwise than the party writes
/// @param isStripped whether it lacks what CANCELs of the party's program have
record ForgedTeardown(HopTransaction request, @Nullable HopTransaction later, boolean isOtherPath, boolean isOtherPort,
        boolean isOtherWriting, boolean isStripped) {}
