/// The legs of the open capture's calls, looked for in the background for all views.
///
/// In: the open capture. Out: [org.sipsleuth.view.session.leg.LegRun], which says which dialogs are
/// legs of one call as soon as it is known.
@NullMarked
package org.sipsleuth.view.session.leg;

import org.jspecify.annotations.NullMarked;
