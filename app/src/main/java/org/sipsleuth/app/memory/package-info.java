/// What happens where the memory that the program was given is not enough.
///
/// In: what the JVM says of its garbage collections. Out: one sentence and the end of the command,
/// instead of a stack trace or minutes of garbage collection.
@NullMarked
package org.sipsleuth.app.memory;

import org.jspecify.annotations.NullMarked;

