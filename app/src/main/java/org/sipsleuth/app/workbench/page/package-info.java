/// Pages that stand in the place of a view: start, loading, failure, nothing found.
///
/// In: recent files, samples, a run under way, a notice. Out: nodes, and the wish to open captures.
@NullMarked
package org.sipsleuth.app.workbench.page;

import org.jspecify.annotations.NullMarked;
