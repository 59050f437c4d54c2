/// Files outside the program, whatever they hold.
///
/// In: the names a user gave. Out: inputs that are regular files, and outputs that never replace
/// evidence and are either complete or absent. Nothing else in the program writes files for users.
///
/// Described in docs/OUTPUTS.md.
@NullMarked
package org.sipsleuth.file;

import org.jspecify.annotations.NullMarked;
