/// What the networks see of INVITEs: five numbers for each, without any address.
///
/// In: windows of attempts ([org.sipsleuth.flood.window.InviteWindows]) and the text of their
/// INVITEs. Out: [org.sipsleuth.flood.input.WindowInputs], 5 × 10 numbers in [0, 1] for each
/// window. [org.sipsleuth.flood.input.ServerHistory] computes them attempt by attempt and is all
/// that there is: a capture read at once and one that grows have the same inputs, to the bit.
@NullMarked
package org.sipsleuth.flood.input;

import org.jspecify.annotations.NullMarked;
