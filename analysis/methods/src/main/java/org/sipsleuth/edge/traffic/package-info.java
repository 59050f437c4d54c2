/// The messages of a capture as the servers behind a border see them.
///
/// In: a [org.sipsleuth.transaction.TransactionTable] and the hosts to protect. Out: columns of
/// what comes from outside, what goes out, who sent it and what it depends on; and what is known of
/// single messages (malformed, anomalous, attack).
@NullMarked
package org.sipsleuth.edge.traffic;

import org.jspecify.annotations.NullMarked;
