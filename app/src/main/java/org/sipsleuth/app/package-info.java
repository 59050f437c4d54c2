/// The program: the command line and the window that holds the views, wired by constructors.
///
/// In: the arguments. Out: what a command prints, or the window.
@NullMarked
package org.sipsleuth.app;

import org.jspecify.annotations.NullMarked;
