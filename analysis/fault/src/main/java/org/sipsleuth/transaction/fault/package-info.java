/// Faults of the network, of registrations and of servers, with their evidence.
///
/// In: transactions, and what the capture files show below SIP. Out:
/// [org.sipsleuth.transaction.fault.NetworkFault]s, and what cannot be concluded from each coverage.
@NullMarked
package org.sipsleuth.transaction.fault;

import org.jspecify.annotations.NullMarked;
