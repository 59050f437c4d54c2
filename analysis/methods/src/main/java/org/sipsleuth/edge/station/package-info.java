/// Waiting messages and the servers that process them, in virtual time.
///
/// In: messages with their arrival and service times. Out: when each is processed, or that the
/// waiting room was full. Checked against the formulas of M/M/c, M/D/1 and Erlang B.
@NullMarked
package org.sipsleuth.edge.station;

import org.jspecify.annotations.NullMarked;
