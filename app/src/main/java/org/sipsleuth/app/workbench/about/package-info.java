/// The page about the program.
///
/// In: what the program is. Out: its version, licences, folders and papers.
@NullMarked
package org.sipsleuth.app.workbench.about;

import org.jspecify.annotations.NullMarked;
