/// Deliberate damage to messages: each rule violates one part of the grammar of SIP or SDP in one
/// way.
///
/// In: a message. Out: a damaged one, and which bytes were changed.
@NullMarked
package org.sipsleuth.simulate.mutation;

import org.jspecify.annotations.NullMarked;
