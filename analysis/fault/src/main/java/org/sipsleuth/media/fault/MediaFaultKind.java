package org.sipsleuth.media.fault;

import java.util.Locale;
import org.sipsleuth.text.EnumTexts;

/// What can be wrong with the media of a call. `docs/MEDIA-FAULTS.md` lists the conditions; the
/// texts are in the bundle of the package.
public enum MediaFaultKind {
    ONE_WAY_AUDIO("RFC 3264 §5.1"),
    NO_AUDIO("RFC 3264 §5.1"),
    NO_SDP_ANSWER("RFC 3261 §13.2.1"),
    AUDIO_REFUSED("RFC 3264 §6"),
    CODEC_NOT_OFFERED("RFC 3264 §6.1"),
    PROFILE_MISMATCH("RFC 3264 §6, RFC 3711"),
    T38_REFUSED("RFC 3264 §6, T.38 annex D"),
    PAYLOAD_TYPE_NOT_NEGOTIATED("RFC 3264 §5.1, §6.1"),
    HOLD_NOT_RESUMED("RFC 3264 §8.4"),
    HOLD_ANSWER("RFC 3264 §6.1"),
    LATE_AUDIO("RFC 3264 §5.1"),
    OLD_ADDRESS("RFC 3264 §8.3.1"),
    LOSS("RFC 3550 §A.3"),
    JITTER("RFC 3550 §A.8"),
    NO_TELEPHONE_EVENT("RFC 4733 §2.4.1"),
    DTMF_TWICE("RFC 4733 §2.5, RFC 6086"),
    CODEC_ASYMMETRY("RFC 3264 §6.1"),
    PACKET_TIME_ASYMMETRY("RFC 8866 §6.4");

    private final String source;

    MediaFaultKind(String source) {
        this.source = source;
    }

    /// Its name for programs: `one_way_audio`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name for people.
    public String label() {
        return EnumTexts.text(this);
    }

    /// The RFC and section that it rests on.
    public String source() {
        return source;
    }

    /// Whether the standards allow it: worth knowing where something else is wrong, no fault alone.
    public boolean isInformation() {
        return this == CODEC_ASYMMETRY || this == PACKET_TIME_ASYMMETRY || this == NO_TELEPHONE_EVENT;
    }

    /// A sentence about a call.
    ///
    /// @param variant which of its sentences
    /// @param arguments of its pattern
    String sentence(String variant, Object... arguments) {
        return EnumTexts.variant(this, variant).formatted(arguments);
    }
}
