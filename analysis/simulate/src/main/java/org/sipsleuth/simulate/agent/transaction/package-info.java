/// Transactions of RFC 3261 §17: requests and responses of an element, with retransmissions and
/// timeouts.
@NullMarked
package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.NullMarked;
