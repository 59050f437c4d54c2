/// Novelty per hop: which transactions, and which orders of transactions, a model has never seen.
///
/// In: a [org.sipsleuth.transaction.TransactionTable]. Out:
/// [org.sipsleuth.sequence.novelty.HopUnits], a [org.sipsleuth.sequence.novelty.NoveltyModel]
/// trained with them, and the [org.sipsleuth.sequence.novelty.HopNovelty] of a capture.
@NullMarked
package org.sipsleuth.sequence.novelty;

import org.jspecify.annotations.NullMarked;
