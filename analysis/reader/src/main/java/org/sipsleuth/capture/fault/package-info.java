/// What a capture shows of faults of the network below SIP.
///
/// In: packets that never became whole, errors that routers and hosts report (ICMP), connections
/// that failed. Out: [org.sipsleuth.capture.fault.NetworkFaults] of each file, bounded whatever the
/// capture holds.
@NullMarked
package org.sipsleuth.capture.fault;

import org.jspecify.annotations.NullMarked;
