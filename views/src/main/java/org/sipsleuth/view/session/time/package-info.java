/// The time in view of a picture along time, and how mouse and keys move it: the same everywhere.
///
/// In: mouse and keys, the selection. Out: the time in view, the brush, the selected time.
@NullMarked
package org.sipsleuth.view.session.time;

import org.jspecify.annotations.NullMarked;
