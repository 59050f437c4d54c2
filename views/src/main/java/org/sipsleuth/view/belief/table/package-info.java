/// The tables that beliefs are formed with, to be looked at, compared and changed.
///
/// In: [org.sipsleuth.view.belief.state.TablesInUse]. Out: a node, and the changes of the user.
@NullMarked
package org.sipsleuth.view.belief.table;

import org.jspecify.annotations.NullMarked;
