/// The way from a file that was written to where it lies.
///
/// In: a file. Out: the system's file manager, or why it cannot be shown.
@NullMarked
package org.sipsleuth.view.ui.folder;

import org.jspecify.annotations.NullMarked;
