/// The palette of commands: everything that can be done, found by its words.
///
/// In: the commands of the workbench and its views. Out: the one that the user chose, done.
@NullMarked
package org.sipsleuth.app.workbench.palette;

import org.jspecify.annotations.NullMarked;
