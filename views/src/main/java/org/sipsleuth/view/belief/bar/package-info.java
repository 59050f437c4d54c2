/// The six bars of what is believed of a period.
///
/// In: [org.sipsleuth.view.belief.state.Shown]. Out: a node, and the class that was chosen.
@NullMarked
package org.sipsleuth.view.belief.bar;

import org.jspecify.annotations.NullMarked;
