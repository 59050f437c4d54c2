package org.sipsleuth.fingerprint;

import java.util.function.Function;
import org.sipsleuth.text.EnumTexts;

/// A part of a fingerprint that is compared with those of known programs, the most distinctive
/// first.
public enum FingerprintPart {
    HEADER_ORDER(3, Fingerprint::headerOrder),
    BRANCH(2, Fingerprint::branch),
    ADDRESSES(2, Fingerprint::addresses),
    SDP(2, Fingerprint::sdp),
    CALL_ID(1, Fingerprint::callId),
    TAG(1, Fingerprint::tag),
    VIA(1, Fingerprint::via);

    private final int weight;
    private final Function<Fingerprint, String> value;

    FingerprintPart(int weight, Function<Fingerprint, String> value) {
        this.weight = weight;
        this.value = value;
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
        return value.apply(fingerprint);
    }
}
