/// The user's desktop: dialogs that ask for files, and the file manager.
///
/// In: the settings, with the directory of the last answer. Out: the files that the user chose.
@NullMarked
package org.sipsleuth.app.workbench.chooser;

import org.jspecify.annotations.NullMarked;
