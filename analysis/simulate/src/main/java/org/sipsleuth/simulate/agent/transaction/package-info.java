/// Transactions of RFC 3261 §17 of an element.
///
/// In: requests and responses. Out: the same with retransmissions, and timeouts.
@NullMarked
package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.NullMarked;
