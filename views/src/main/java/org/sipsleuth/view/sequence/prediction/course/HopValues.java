package org.sipsleuth.view.sequence.prediction.course;

/// What is copied of a message on its hop.
///
/// @param bits its surprise, in bits: 0 and more; many are anomalous
/// @param standing whether the dialog departs with it: `known`, `departs`, `departed`
/// @param text what the panel says first
public record HopValues(double bits, String standing, String text) {}
