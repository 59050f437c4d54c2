/// What `sipsleuth replay` lists.
///
/// In: outcomes of a replay. Out: rows and text.
@NullMarked
package org.sipsleuth.app.command.replay;

import org.jspecify.annotations.NullMarked;
