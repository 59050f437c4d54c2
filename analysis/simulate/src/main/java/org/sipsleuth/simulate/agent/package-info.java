/// User agents.
///
/// In: what a scenario has them do, and the messages that reach them. Out: messages and media.
@NullMarked
package org.sipsleuth.simulate.agent;

import org.jspecify.annotations.NullMarked;
