/// Stolen accounts of a few calls a day, and how long after the first paid call they are named.
///
/// In: simulated networks in which some accounts are stolen. Out: the share of them that is named,
/// by which means, how many minutes after the first paid call, and how many other accounts are.
@NullMarked
package org.sipsleuth.evaluate.stolen;

import org.jspecify.annotations.NullMarked;
