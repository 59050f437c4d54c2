package org.sipsleuth.fingerprint;

import java.util.List;

/// How near a fingerprint is to a known program.
///
/// @param program the program
/// @param alike the parts that are written as by it, the most distinctive first
/// @param different the parts that are written otherwise
/// @param share the weight of the parts that are alike, 0 to 1 of all that were compared
/// @param callsItselfSo whether the User-Agent names the program
public record Likeness(KnownProgram program, List<FingerprintPart> alike, List<FingerprintPart> different, double share,
        boolean callsItselfSo) {

    /// From this share on the program is recognised, whatever its User-Agent states.
    private static final double RECOGNISED = 0.75;

    /// Takes copies.
    public Likeness {
        alike = List.copyOf(alike);
        different = List.copyOf(different);
    }

    /// Whether the request was written by the program.
    public boolean isRecognised() {
        return share >= RECOGNISED;
    }

    /// Whether the program writes another name into User-Agent.
    public boolean isDisguised(Fingerprint fingerprint) {
        return isRecognised() && !callsItselfSo && !fingerprint.userAgent().isEmpty();
    }
}
