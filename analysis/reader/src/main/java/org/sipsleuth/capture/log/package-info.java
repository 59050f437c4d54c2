/// Text logs of SIP messages as captures: what programs write that log the messages they send and
/// receive, or plain messages one after the other.
///
/// In: a mapped text file. Out: a record for each message, with the time, addresses and direction
/// that the log states, and the byte of the log where it begins; records for what is no message.
///
/// Described in docs/LOGS.md.
@NullMarked
package org.sipsleuth.capture.log;

import org.jspecify.annotations.NullMarked;
