package org.sipsleuth.media.fault;

import java.util.Locale;
import org.sipsleuth.text.EnumTexts;

/// What keeps a capture from showing how the media of its calls was.
public enum CoverageFaultKind {
    /// No RTP at all, though calls were answered.
    MEDIA_NOT_CAPTURED,
    /// All calls have RTP in one direction only.
    ONE_DIRECTION,
    /// Packets of all streams are missing at the same time.
    SHARED_LOSS,
    /// The capture file states that packets were dropped.
    DROPPED,
    /// All streams are unsteady: so are the times of the capture.
    UNSTEADY_TIMES,
    /// Packets of all streams come late at the same time.
    SHARED_DELAY,
    /// The snap length cut session descriptions off.
    CUT_DESCRIPTIONS;

    /// Its name for programs: `shared_loss`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name for people.
    public String label() {
        return EnumTexts.text(this);
    }

    String sentence(Object... arguments) {
        return EnumTexts.variant(this, "text").formatted(arguments);
    }
}
