/// How fast captures are read and dialogs named, and how much memory that takes.
///
/// In: captures of invented calls. Out: figures. `docs/PERFORMANCE.md` tells how to run it.
@NullMarked
package org.sipsleuth.bench;

import org.jspecify.annotations.NullMarked;
