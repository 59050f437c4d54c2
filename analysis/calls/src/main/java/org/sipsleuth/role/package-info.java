/// What the hosts of a capture are: phones, servers, trunks, scanners.
///
/// In: a [org.sipsleuth.transaction.TransactionTable] and what the user knows better. Out:
/// [org.sipsleuth.role.HostRoles].
@NullMarked
package org.sipsleuth.role;

import org.jspecify.annotations.NullMarked;
