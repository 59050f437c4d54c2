package org.sipsleuth.sequence.network;

import java.util.Arrays;
import org.sipsleuth.text.EnumTexts;

/// Why a training stopped. What is shown is in the bundle of the package.
public enum StopReason {
    LEARNED("every training dialog is known"),
    PATIENCE("no smaller loss for long enough"),
    CAP("most epochs reached"),
    DIVERGED("weights grew beyond all numbers"),
    CANCELLED("cancelled");

    private final String stored;

    StopReason(String stored) {
        this.stored = stored;
    }

    /// How model files name it. Models that exist have these words, so they stay.
    public String stored() {
        return stored;
    }

    /// What to show for the words of a model file; those of a model of another version as they are.
    public static String describe(String stored) {
        return Arrays.stream(values())
                .filter(reason -> reason.stored.equals(stored))
                .findFirst()
                .map(EnumTexts::text)
                .orElse(stored);
    }
}
