/// The window that holds the views.
///
/// In: capture files named on the command line. Out: a window; all its parts are wired here, by
/// constructors.
@NullMarked
package org.sipsleuth.app.workbench;

import org.jspecify.annotations.NullMarked;
