/// The SQLite file of a case: its tables, its transactions, its log.
///
/// In: rows to put or to remove, each change with its author. Out: the rows as they are, and the
/// log, which has each change once more, chained by hashes. Only this package knows SQL.
@NullMarked
package org.sipsleuth.casefile.store;

import org.jspecify.annotations.NullMarked;

