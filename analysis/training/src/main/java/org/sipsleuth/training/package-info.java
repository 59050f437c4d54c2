/// Gradients of networks, computed by DL4J.
///
/// In: the settings and the sequences of a training. Out: a
/// [org.sipsleuth.sequence.training.TrainableNetwork]. DL4J is used here and nowhere else, on one
/// thread, so that the same seed gives the same bits.
@NullMarked
package org.sipsleuth.training;

import org.jspecify.annotations.NullMarked;
