/// Whether a file is still the one that was opened.
///
/// In: the path of a file, when it is opened. Out: a [CaptureChangedException] as soon as its size,
/// times or inode show that its bytes may no longer be those that were read, and the SHA-256 of
/// exactly the bytes that were there.
@NullMarked
package org.sipsleuth.capture.integrity;

import org.jspecify.annotations.NullMarked;
