/// Dialogs written down step by step, as they are seen between a caller and the server next to it:
/// a script in, messages out. For corpora that must have exact sequences, impossible ones included;
/// what elements do of themselves is played by `simulate.agent`.
@NullMarked
package org.sipsleuth.simulate.script;

import org.jspecify.annotations.NullMarked;
