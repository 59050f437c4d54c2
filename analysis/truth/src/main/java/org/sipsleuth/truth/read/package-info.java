/// Reads truth files, which anybody can have written: a file in, what each dialog and message is
/// out.
@NullMarked
package org.sipsleuth.truth.read;

import org.jspecify.annotations.NullMarked;
