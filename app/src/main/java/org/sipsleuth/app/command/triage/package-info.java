/// What `sipsleuth triage` lists.
///
/// In: a [org.sipsleuth.casefile.triage.JudgedQueue]. Out: rows.
@NullMarked
package org.sipsleuth.app.command.triage;

import org.jspecify.annotations.NullMarked;
