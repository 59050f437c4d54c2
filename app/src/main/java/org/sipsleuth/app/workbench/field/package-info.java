/// The fields that a filter can ask beside those of the capture.
///
/// In: what models say, what the analyst noted. Out: the catalog of the window's filter.
@NullMarked
package org.sipsleuth.app.workbench.field;

import org.jspecify.annotations.NullMarked;
