/// Dialogs written down step by step, as they are seen between a caller and the server next to it:
/// corpora of exact sequences, impossible ones included.
///
/// In: a script. Out: messages. What elements do of themselves is played by `simulate.agent`.
@NullMarked
package org.sipsleuth.simulate.script;

import org.jspecify.annotations.NullMarked;
