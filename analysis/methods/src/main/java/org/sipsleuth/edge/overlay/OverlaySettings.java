package org.sipsleuth.edge.overlay;

import org.sipsleuth.signature.SignatureKind;
import org.sipsleuth.signature.SignatureSettings;

/// Settings of the protection overlay.
///
/// @param delaySeconds from the derivation of a signature until all borders use it, at least 0
/// @param reports so many new distinct anomalies are derived from at once, at least 3
/// @param clean at most so many distinct clean messages of a border verify signatures
/// @param probation so many matches of a signature are scored as well
/// @param signatures how signatures are derived
public record OverlaySettings(double delaySeconds, int reports, int clean, int probation,
        SignatureSettings signatures) {

    /// 10 s, 8 reports, 2,000 clean messages, 5 matches on probation.
    public static final OverlaySettings USUAL =
            new OverlaySettings(10, 8, 2_000, 5, SignatureSettings.USUAL.with(SignatureKind.FOREIGN));

    /// The same with another delay.
    public OverlaySettings withDelay(double seconds) {
        return new OverlaySettings(seconds, reports, clean, probation, signatures);
    }
}
