/// What happens where the memory that the program was given is not enough.
///
/// In: the garbage collections of the JVM. Out: one sentence and the end of the command,
/// instead of a stack trace or minutes of garbage collection.
@NullMarked
package org.sipsleuth.app.memory;

import org.jspecify.annotations.NullMarked;
