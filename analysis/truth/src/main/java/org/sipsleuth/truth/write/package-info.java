/// Writes truth files: what was true of each message in, a file out, in constant memory.
@NullMarked
package org.sipsleuth.truth.write;

import org.jspecify.annotations.NullMarked;
