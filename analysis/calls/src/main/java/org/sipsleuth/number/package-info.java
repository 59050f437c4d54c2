/// Dialled numbers: where they lead, and what calls to them cost.
///
/// In: dialled strings, the user's rate table, the home region. Out: the kind, country and rate of
/// a number.
@NullMarked
package org.sipsleuth.number;

import org.jspecify.annotations.NullMarked;
