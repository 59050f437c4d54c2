/// The two networks that name the dialog a sequence of message types belongs to, as they run.
///
/// In: weights, however they came about, and symbols one after the other. Out: a probability for
/// each known dialog, and its moments. Plain Java with nothing but strict additions and
/// multiplications, so that equal weights and symbols yield equal bits on every machine.
@NullMarked
package org.sipsleuth.sequence.network;

import org.jspecify.annotations.NullMarked;
