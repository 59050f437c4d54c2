/// Whether what is stated of a dialog depends on the other files that are opened with its own.
///
/// In: capture files. Out: the dialogs of which something differs between their file alone and all
/// files together, in several orders, and the dialogs that lie in several files.
@NullMarked
package org.sipsleuth.evaluate.together;

import org.jspecify.annotations.NullMarked;
