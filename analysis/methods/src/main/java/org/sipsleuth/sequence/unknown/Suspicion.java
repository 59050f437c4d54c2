package org.sipsleuth.sequence.unknown;

import java.util.List;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Formula;
import org.sipsleuth.sentence.MethodTexts;

/// How much an unknown group asks to be looked at before others, in bits: the sum of its parts.
/// Ranks groups; it is no probability of harm.
///
/// @param surprise the surprise of the step that makes the group unknown, in bits
/// @param deviates whether its order departs from RFC 3261
/// @param rarity −log₂ of the share of senders in this capture that have it, in bits: 0 if all do
/// @param strangeness −log₂ of the p-value in the network of the own baseline, in bits, or 0
/// @param accompanies whether its dialogs or senders belong to an incident
public record Suspicion(double surprise, boolean deviates, double rarity, double strangeness, boolean accompanies) {

    private static final MethodTexts TEXTS = SequenceMethod.TEXTS;

    /// What a deviation from the protocol or the company of an incident weighs: as much as a step
    /// that is seen once in a million times.
    private static final double WEIGHT = 20;

    /// All of it, in bits: 0 and more; many are suspicious.
    public double bits() {
        return surprise + rarity + strangeness + (deviates ? WEIGHT : 0) + (accompanies ? WEIGHT : 0);
    }

    /// How it came about.
    public Explanation explanation() {
        return new Explanation(TEXTS.sentence("novelty.suspicion"), bits(), new Formula("u + r + s + 20 · d + 20 · i"),
                List.of(Input.of("u", TEXTS.sentence("novelty.surprise"), surprise),
                        Input.of("r", TEXTS.sentence("novelty.rarity"), rarity),
                        Input.of("s", TEXTS.sentence("novelty.strangeness"), strangeness),
                        Input.of("d", TEXTS.sentence("novelty.deviation"), deviates ? 1 : 0),
                        Input.of("i", TEXTS.sentence("novelty.accompanies"), accompanies ? 1 : 0)),
                TEXTS.sentence("novelty.direction"), Explanation.page("NOVELTY", "Novelty per hop"));
    }

    /// The same where it is known whether it accompanies an incident.
    public Suspicion with(boolean isOfIncident) {
        return new Suspicion(surprise, deviates, rarity, strangeness, isOfIncident);
    }
}
