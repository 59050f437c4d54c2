package org.sipsleuth.sequence;

/// How unknown dialogs are distinguished from known ones.
///
/// @param normalisation of skewness and kurtosis
/// @param tolerance by which a maximum may be below its threshold, as a share of it; METHODS says
///     1e-4
/// @param strictFloat whether thresholds are averaged in single precision and without tolerance:
///     shows how rounding alone makes known dialogs unknown (paper 1, Table 9)
public record UnknownSettings(Normalisation normalisation, double tolerance, boolean strictFloat) {

    /// What is used unless something else is asked for.
    public static final UnknownSettings STANDARD = new UnknownSettings(Normalisation.ONE_HOT_LIMIT, 1e-4, false);

    /// @throws IllegalArgumentException if the tolerance is not in [0, 1)
    public UnknownSettings {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("A tolerance of " + tolerance);
        }
    }
}
