package org.sipsleuth.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Identifiers of findings that are the same for the same claim in every run.
public final class FindingId {

    private static final int BYTES = 6;

    private FindingId() {}

    /// A detector's name and a digest of a claim: `rules-4f0c21ab93d2`.
    ///
    /// @param claim what is stated, without addresses, so that an anonymised copy of a capture
    ///     gives the same
    public static String of(String detector, String claim) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(claim.getBytes(StandardCharsets.UTF_8));
            return detector + "-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }
}
