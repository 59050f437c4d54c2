/// Columns of primitives and pools of names: how a million messages fit into memory.
///
/// In: numbers and bytes, appended by one thread. Out: snapshots that other threads may read while
/// the one goes on appending.
@NullMarked
package org.sipsleuth.dialog.column;

import org.jspecify.annotations.NullMarked;
