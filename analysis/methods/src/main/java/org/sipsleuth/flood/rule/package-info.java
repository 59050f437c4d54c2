/// What shows an INVITE flood without any training, for one server each.
///
/// In: attempts and what becomes of them, in the order of time. Out: a value for each attempt,
/// which depends on the past alone: the rate against the usual one ([RateCusum]), attempts
/// without ACK ([UnacknowledgedShare]), transactions without final response or ACK
/// ([HalfOpenTransactions]), and how many different identities there are and how evenly they are
/// spread ([DistinctIdentities]). [FloodRules] has them for all attempts of a capture.
@NullMarked
package org.sipsleuth.flood.rule;

import org.jspecify.annotations.NullMarked;
