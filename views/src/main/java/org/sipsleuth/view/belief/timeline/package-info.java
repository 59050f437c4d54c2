/// What is believed of a source over time: a stack for each period, and what is true below it.
///
/// In: [org.sipsleuth.view.belief.state.Shown], the truth. Out: a node, and the period that was
/// chosen.
@NullMarked
package org.sipsleuth.view.belief.timeline;

import org.jspecify.annotations.NullMarked;
