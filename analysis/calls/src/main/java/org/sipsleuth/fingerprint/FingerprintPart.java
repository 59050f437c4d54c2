package org.sipsleuth.fingerprint;

import org.sipsleuth.text.EnumTexts;

/// A part of a fingerprint that is compared with those of known programs, the most distinctive
/// first.
public enum FingerprintPart {
    HEADER_ORDER(3), BRANCH(2), ADDRESSES(2), SDP(2), CALL_ID(1), TAG(1), VIA(1);

    private final int weight;

    FingerprintPart(int weight) {
        this.weight = weight;
    }

    /// What it is called: `header order`.
    public String text() {
        return EnumTexts.text(this);
    }

    /// How much it counts beside the others.
    int weight() {
        return weight;
    }

    /// The part of a fingerprint.
    String of(Fingerprint fingerprint) {
        return switch (this) {
            case HEADER_ORDER -> fingerprint.headerOrder();
            case BRANCH -> fingerprint.branch();
            case ADDRESSES -> fingerprint.addresses();
            case SDP -> fingerprint.sdp();
            case CALL_ID -> fingerprint.callId();
            case TAG -> fingerprint.tag();
            case VIA -> fingerprint.via();
        };
    }
}
