/// The tables of the tree as a file that people edit (docs/BELIEF.md).
///
/// In: YAML, possibly hostile. Out: [org.sipsleuth.belief.network.BeliefTables], or a refusal with
/// its line; and those of the paper ([org.sipsleuth.belief.table.PaperTables]).
@NullMarked
package org.sipsleuth.belief.table;

import org.jspecify.annotations.NullMarked;
