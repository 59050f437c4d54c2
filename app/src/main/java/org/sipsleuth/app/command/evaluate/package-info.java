/// The papers' figures, ours beside them, on the command line.
@NullMarked
package org.sipsleuth.app.command.evaluate;

import org.jspecify.annotations.NullMarked;
