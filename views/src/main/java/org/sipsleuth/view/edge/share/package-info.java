/// Borders that share signatures: a panel over the window.
///
/// In: what is replayed. Out: what got through before and after signatures were shared.
@NullMarked
package org.sipsleuth.view.edge.share;

import org.jspecify.annotations.NullMarked;
