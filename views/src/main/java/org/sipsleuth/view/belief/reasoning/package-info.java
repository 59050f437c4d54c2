/// How a belief comes about, step by step as the paper calculates, and what would be believed if
/// something were different.
///
/// In: [org.sipsleuth.view.belief.state.Shown]. Out: a node, what is tried out, and the leaf whose
/// messages were chosen.
@NullMarked
package org.sipsleuth.view.belief.reasoning;

import org.jspecify.annotations.NullMarked;
