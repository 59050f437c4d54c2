/// What `sipsleuth problems` lists.
///
/// In: an [org.sipsleuth.pipeline.Investigation]. Out: rows.
@NullMarked
package org.sipsleuth.app.command.problem;

import org.jspecify.annotations.NullMarked;
