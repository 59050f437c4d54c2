/// The one filter of the window, and what it leaves of the open capture.
///
/// In: the text of a filter, an index. Out: [org.sipsleuth.view.session.filter.Filtered], found in
/// the background for all views.
@NullMarked
package org.sipsleuth.view.session.filter;

import org.jspecify.annotations.NullMarked;
