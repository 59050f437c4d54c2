/// What the window remembers from one start to the next.
///
/// In: a directory for settings. Out: settings and the files opened last.
@NullMarked
package org.sipsleuth.app.workbench.memory;

import org.jspecify.annotations.NullMarked;
