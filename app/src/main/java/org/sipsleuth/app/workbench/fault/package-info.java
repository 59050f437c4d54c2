/// How the window reports a fault of the program.
///
/// In: faults that nobody handled. Out: a dialog, a notice, and a report without evidence.
@NullMarked
package org.sipsleuth.app.workbench.fault;

import org.jspecify.annotations.NullMarked;
