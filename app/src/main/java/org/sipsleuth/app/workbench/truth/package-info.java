/// The truth that lies beside a simulated capture, shown when somebody asks for it.
///
/// In: the state of the workbench. Out: what each dialog and message is, or nothing.
@NullMarked
package org.sipsleuth.app.workbench.truth;

import org.jspecify.annotations.NullMarked;
