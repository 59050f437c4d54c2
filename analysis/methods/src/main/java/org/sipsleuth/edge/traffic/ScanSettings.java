package org.sipsleuth.edge.traffic;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.signature.Signature;

/// What messages from outside are scanned for before replays.
///
/// @param grammar what counts as malformed
/// @param signatures whatever has one of them is discarded by the signature scan
public record ScanSettings(Grammar grammar, List<Signature> signatures) {

    /// What the reader finds defective; no signatures.
    public static final ScanSettings USUAL = new ScanSettings(Grammar.READER, List.of());

    /// What counts as malformed.
    public enum Grammar {
        /// What the reader finds defective.
        READER,
        /// What breaks a MUST of the RFCs.
        ABNF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Takes a copy.
    public ScanSettings {
        signatures = List.copyOf(signatures);
    }

    /// The same with another grammar.
    public ScanSettings with(Grammar other) {
        return new ScanSettings(other, signatures);
    }

    /// The same with other signatures.
    public ScanSettings with(List<Signature> others) {
        return new ScanSettings(grammar, others);
    }
}
