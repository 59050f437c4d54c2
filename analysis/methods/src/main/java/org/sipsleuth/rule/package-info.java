/// Session rules: attacks that need no model to be recognised, each with its frames.
///
/// In: the transactions of a capture and the roles of its hosts. Out: findings that state who did
/// what to whom. The rules are run in order; what one explains is taken from the next
/// ([org.sipsleuth.rule.Traffic#explain]).
@NullMarked
package org.sipsleuth.rule;

import org.jspecify.annotations.NullMarked;
