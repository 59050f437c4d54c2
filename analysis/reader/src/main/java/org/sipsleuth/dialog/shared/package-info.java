/// What several files hold.
///
/// In: the frames of files that are read side by side in the order of time, and the messages in
/// them. Out: which of them another file yielded before.
@NullMarked
package org.sipsleuth.dialog.shared;

import org.jspecify.annotations.NullMarked;
