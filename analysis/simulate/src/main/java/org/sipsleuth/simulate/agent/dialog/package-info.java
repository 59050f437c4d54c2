/// The state of a dialog (RFC 3261 §12) and of its session, for whoever plays one side of it.
@NullMarked
package org.sipsleuth.simulate.agent.dialog;

import org.jspecify.annotations.NullMarked;
