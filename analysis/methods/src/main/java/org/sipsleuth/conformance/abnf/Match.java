package org.sipsleuth.conformance.abnf;

import java.util.List;

/// How bytes fit a rule.
///
/// @param outcome whether they do
/// @param position the furthest place up to which they can be the beginning of something that
///     fits; the length where all of them fit
/// @param derivation the rules that all attempts at the position were within, outermost first
/// @param expected what the grammar allows at the position, at most [Recogniser#MOST_EXPECTED]
public record Match(Outcome outcome, int position, List<String> derivation, List<String> expected) {

    /// Whether bytes fit a rule.
    public enum Outcome {
        FITS,
        DEPARTS,
        /// The steps or the depth that one check may cost did not suffice.
        TOO_COSTLY
    }

    public Match {
        derivation = List.copyOf(derivation);
        expected = List.copyOf(expected);
    }
}
