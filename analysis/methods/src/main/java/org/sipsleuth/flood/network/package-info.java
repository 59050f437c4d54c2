/// The networks that recognise windows of flood INVITEs, as they run: three recurrent ones and
/// logistic regression.
///
/// In: weights, and the inputs of INVITE attempts, five numbers each. Out: for each window of ten
/// attempts the probability that it is part of a flood. Equal weights and inputs yield equal bits
/// on every machine and any thread, one window at a time or many.
@NullMarked
package org.sipsleuth.flood.network;

import org.jspecify.annotations.NullMarked;
