/// Writes ground-truth files, in constant memory.
///
/// In: what was true of each message. Out: a file.
@NullMarked
package org.sipsleuth.truth.write;

import org.jspecify.annotations.NullMarked;
