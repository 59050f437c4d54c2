/// The list of sources, those first of which an attack is believed most.
///
/// In: [org.sipsleuth.view.belief.state.Believed]. Out: a node, and the source that was chosen.
@NullMarked
package org.sipsleuth.view.belief.source;

import org.jspecify.annotations.NullMarked;
