/// The page of beliefs: which of six classes the traffic of each source is believed to be (paper
/// 4), and why.
///
/// In: a [org.sipsleuth.dialog.SipIndex], the selection, the truth. Out: the page, and the
/// selection that the user makes there.
@NullMarked
package org.sipsleuth.view.belief;

import org.jspecify.annotations.NullMarked;
