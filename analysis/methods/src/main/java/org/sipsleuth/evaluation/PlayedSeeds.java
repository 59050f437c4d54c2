package org.sipsleuth.evaluation;

/// The seeds of the captures that an evaluation simulates for one purpose.
///
/// @param purpose what the captures are for
/// @param from the first seed
/// @param count how many seeds, one after the other, at least 1
public record PlayedSeeds(Purpose purpose, long from, long count) {

    /// What a simulated capture is for. What is tested has no seed in common with the rest.
    public enum Purpose {
        /// Models learn from it.
        TRAINING,
        /// Thresholds are chosen on it.
        CHOICE,
        /// Figures are measured on it.
        TEST,
        /// Parts of it are learned from, others are measured.
        DIVIDED
    }

    /// The bundled models learned from some of these (`analysis/train-shipped`); nothing that
    /// measures a bundled model plays any of them.
    public static final PlayedSeeds BUNDLED = new PlayedSeeds(Purpose.TRAINING, 1, 1_000);

    /// Where seeds are played instead that bundled models may have learned from.
    private static final long FAR = 100_000_000;

    /// The seeds that a bundled model is measured on: those from the request's on, or, where it may
    /// have learned from one of them, as many far from them.
    ///
    /// @param seed of the request
    public static PlayedSeeds testOfBundled(long seed, long count) {
        PlayedSeeds asked = new PlayedSeeds(Purpose.TEST, seed, count);
        return asked.overlaps(BUNDLED) ? new PlayedSeeds(Purpose.TEST, seed + FAR, count) : asked;
    }

    /// At least one seed.
    public PlayedSeeds {
        if (count < 1) {
            throw new IllegalArgumentException("at least one seed, not " + count);
        }
    }

    /// Whether both have a seed in common.
    public boolean overlaps(PlayedSeeds other) {
        return from < other.from + other.count && other.from < from + count;
    }

    /// The seed of a capture.
    ///
    /// @param place from 0
    /// @throws IndexOutOfBoundsException if it is not among them
    public long at(long place) {
        if (place < 0 || place >= count) {
            throw new IndexOutOfBoundsException(place + " of " + count + " seeds");
        }
        return from + place;
    }
}
