/// What the page of beliefs needs of the window.
///
/// In: the settings. Out: the files that the user chose.
@NullMarked
package org.sipsleuth.app.workbench.belief;

import org.jspecify.annotations.NullMarked;
