/// Live capture on the terminal.
///
/// In: a capture that was opened. Out: new and changed dialogs as they happen, and at the end what
/// was captured.
@NullMarked
package org.sipsleuth.app.command.live;

import org.jspecify.annotations.NullMarked;
