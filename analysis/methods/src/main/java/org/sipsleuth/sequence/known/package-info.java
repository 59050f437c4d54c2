/// What is known: the sequences of message types that were learnt, as a tree of their prefixes and
/// as neighbours of others.
///
/// In: sequences of message types (`INVITE 100 180 200 ACK BYE 200`) with the number of times that
/// each occurred. Out: whether, and up to which message, a sequence is known; the probability of
/// each step; the known sequences nearest to it, aligned with it. Message types may be any strings
/// at all, since methods come from the wire.
@NullMarked
package org.sipsleuth.sequence.known;

import org.jspecify.annotations.NullMarked;
