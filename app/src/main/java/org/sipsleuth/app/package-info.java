/// The program: the command line and the window that holds the views, wired by constructors.
@NullMarked
package org.sipsleuth.app;

import org.jspecify.annotations.NullMarked;
