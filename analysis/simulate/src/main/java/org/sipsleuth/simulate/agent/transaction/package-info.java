/// Transactions of RFC 3261 §17: requests and responses of an element in, retransmissions and
/// timeouts taken care of.
@NullMarked
package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.NullMarked;
