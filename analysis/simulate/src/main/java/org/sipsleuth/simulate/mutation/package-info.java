/// Damage done to messages on purpose: each rule breaks one part of the grammar of SIP or SDP in
/// one way, and tells which bytes it changed.
@NullMarked
package org.sipsleuth.simulate.mutation;

import org.jspecify.annotations.NullMarked;
