package org.sipsleuth.edge.overlay;

import org.sipsleuth.signature.Signature;

/// A signature on its way through the overlay.
///
/// @param signature the signature
/// @param border where its anomalies were reported
/// @param derivedNanos when it was derived, in ns since the epoch
/// @param activeNanos from when all borders use it
public record DistributedSignature(Signature signature, String border, long derivedNanos, long activeNanos) {}
