/// How the networks of known dialogs come about.
///
/// In: unique sequences of symbols, each with how often it occurs, and settings. Out: a trained
/// [org.sipsleuth.sequence.network.Network]. DL4J is known here and nowhere else; it takes the
/// gradients, on one thread, so that the same seed gives the same bits. What is right and wrong is
/// judged by the network as it will run.
@NullMarked
package org.sipsleuth.sequence.training;

import org.jspecify.annotations.NullMarked;
