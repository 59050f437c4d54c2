/// The state of a dialog (RFC 3261 §12) and of its session, for who plays one side of it.
///
/// In: messages sent and received. Out: the state, and what the next message of the dialog must
/// have.
@NullMarked
package org.sipsleuth.simulate.agent.dialog;

import org.jspecify.annotations.NullMarked;
