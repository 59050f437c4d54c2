/// Opens files in a window that runs already.
///
/// In: files of a new process. Out: they are opened by a running window of this user, or not.
@NullMarked
package org.sipsleuth.app.handover;

import org.jspecify.annotations.NullMarked;
