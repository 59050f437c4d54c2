/// Which protections would have stopped an attack, and at what cost to legitimate callers.
///
/// In: a [org.sipsleuth.edge.replay.ReplayInput] and settings. Out: all combinations that were
/// tried, the best trade-offs, one proposal, and proposals of configurations.
@NullMarked
package org.sipsleuth.edge.advice;

import org.jspecify.annotations.NullMarked;
