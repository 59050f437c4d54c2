/// The threads that work behind the window, and how they leave it the processors.
///
/// In: nothing. Out: an executor for each kind of work.
@NullMarked
package org.sipsleuth.app.workbench.background;

import org.jspecify.annotations.NullMarked;
