/// The open case, as the window sees it.
///
/// In: what the analyst decides. Out: [org.sipsleuth.view.session.casefile.CaseModel].
@NullMarked
package org.sipsleuth.view.session.casefile;

import org.jspecify.annotations.NullMarked;
