/// Recommended protections.
///
/// In: all combinations that were tried. Out: a proposal in words, a scatter, configurations.
@NullMarked
package org.sipsleuth.view.edge.advice;

import org.jspecify.annotations.NullMarked;
