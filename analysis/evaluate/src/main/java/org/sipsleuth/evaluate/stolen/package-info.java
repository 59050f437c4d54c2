/// Stolen accounts, and when they are named.
///
/// In: simulated offices in which some accounts are stolen. Out: by which method each of them is
/// named, how long after its first paid call, and who else is.
@NullMarked
package org.sipsleuth.evaluate.stolen;

import org.jspecify.annotations.NullMarked;
