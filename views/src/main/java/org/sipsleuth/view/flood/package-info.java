/// The page of INVITE floods: lanes over time, the floods, and the window at the cursor.
///
/// In: what the detector of floods found, the selection, the truth. Out: a page, selections.
@NullMarked
package org.sipsleuth.view.flood;

import org.jspecify.annotations.NullMarked;
