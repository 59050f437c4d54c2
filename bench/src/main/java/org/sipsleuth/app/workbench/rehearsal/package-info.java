/// What a window that measures itself does with its parts.
///
/// In: a part of the window. Out: how long it took, in milliseconds.
@NullMarked
package org.sipsleuth.app.workbench.rehearsal;

import org.jspecify.annotations.NullMarked;
