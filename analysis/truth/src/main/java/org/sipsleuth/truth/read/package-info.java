/// Reads ground-truth files, which anybody can have written.
///
/// In: a file. Out: what each dialog and message is.
@NullMarked
package org.sipsleuth.truth.read;

import org.jspecify.annotations.NullMarked;
