package org.sipsleuth.edge.overlay;

import java.util.List;

/// What the overlay did.
///
/// @param borders in the order of their first message
/// @param signatures in the order of their derivation
/// @param rejected how many signatures matched clean messages of some border when they were derived
/// @param withdrawn how many matched a message that is not anomalous while on probation
public record OverlayResult(List<OverlayBorder> borders, List<DistributedSignature> signatures, int rejected,
        int withdrawn) {

    /// Takes copies.
    public OverlayResult {
        borders = List.copyOf(borders);
        signatures = List.copyOf(signatures);
    }
}
