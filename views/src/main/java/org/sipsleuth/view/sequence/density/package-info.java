/// How the maximum output is distributed: histogram and kernel estimate of each kind of dialog.
///
/// In: the scored sequences. Out: a node whose ranges choose dialogs.
@NullMarked
package org.sipsleuth.view.sequence.density;

import org.jspecify.annotations.NullMarked;
