package org.sipsleuth.sequence.network;

/// Which network, and how large it is inside.
public sealed interface NetworkSettings permits ConvolutionSettings, RecurrentSettings {}
