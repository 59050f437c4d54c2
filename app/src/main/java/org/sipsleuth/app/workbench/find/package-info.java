/// Calls in folders of captures: what is asked for, the search in the background, and the page with what
/// was found. In: folders and the index of captures in the cache. Out: captures to open, with a dialog.
@NullMarked
package org.sipsleuth.app.workbench.find;

import org.jspecify.annotations.NullMarked;
