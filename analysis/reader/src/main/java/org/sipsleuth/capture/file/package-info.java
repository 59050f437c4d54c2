/// The file formats of captures.
///
/// In: a file, mapped and never changed. Out: its frames, one after the other, and where it is
/// damaged.
@NullMarked
package org.sipsleuth.capture.file;

import org.jspecify.annotations.NullMarked;
