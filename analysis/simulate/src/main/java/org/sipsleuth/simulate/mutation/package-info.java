/// Deliberate damage to messages: each rule violates one part of the grammar of SIP or SDP in one
/// way, and reports which bytes it changed.
@NullMarked
package org.sipsleuth.simulate.mutation;

import org.jspecify.annotations.NullMarked;
