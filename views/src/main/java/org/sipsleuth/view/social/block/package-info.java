/// Callers who nearly all call the same callees.
///
/// In: dense blocks of the call graph. Out: a list beside it.
@NullMarked
package org.sipsleuth.view.social.block;

import org.jspecify.annotations.NullMarked;
