package org.sipsleuth.view.belief.state;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.belief.BeliefThresholds;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;

/// The periods of a source in the chosen time, with what is believed of each; or those of all
/// messages together. Immutable.
///
/// @param source the source's number, or [#TOGETHER]
/// @param name the source's address or host, data of the capture; empty for all together
/// @param periods what they are part of
/// @param all them, in the order of their time; at least one
/// @param beliefs what is believed of each
/// @param priors what was believed before each
public record SourcePeriods(
        int source,
        String name,
        Periods periods,
        List<Period> all,
        List<Belief> beliefs,
        List<ClassVector> priors) {

    /// Stands for the messages of all sources.
    public static final int TOGETHER = -1;

    /// With fewer messages nothing can be said.
    public static final int LEAST_MESSAGES = BeliefThresholds.STANDARD.leastMessages();

    /// The reporting threshold of attacks.
    public static final double ATTACK = BeliefThresholds.STANDARD.attackBelief();

    /// Takes copies.
    public SourcePeriods {
        all = List.copyOf(all);
        beliefs = List.copyOf(beliefs);
        priors = List.copyOf(priors);
    }

    /// How much a belief is worth.
    public enum Standing {
        /// A class is believed.
        BELIEVED,
        /// The tables exclude every class.
        CONTRADICTION,
        /// Too few messages to say anything.
        TOO_FEW
    }

    /// Whether it stands for all messages.
    public boolean isTogether() {
        return source == TOGETHER;
    }

    /// The place of the period whose belief in an attack is the strongest, of those with enough
    /// messages; of equal ones the one with the most messages.
    public int strongest() {
        int strongest = 0;
        for (int i = 1; i < all.size(); i++) {
            int order = standing(strongest).compareTo(standing(i));
            if (order == 0) {
                order = Double.compare(beliefs.get(i).attack(), beliefs.get(strongest).attack());
            }
            boolean isLarger = all.get(i).messages() > all.get(strongest).messages();
            strongest = order > 0 || (order == 0 && isLarger) ? i : strongest;
        }
        return strongest;
    }

    /// How much the belief of a period is worth.
    public Standing standing(int place) {
        return standing(all.get(place).messages(), beliefs.get(place));
    }

    /// How much a belief that rests on so many messages is worth.
    public static Standing standing(int messages, Belief belief) {
        if (messages < LEAST_MESSAGES) {
            return Standing.TOO_FEW;
        }
        return belief.isContradiction() ? Standing.CONTRADICTION : Standing.BELIEVED;
    }

    /// Whether an attack is believed above the reporting threshold.
    static boolean isSuspect(Belief belief) {
        return !belief.isContradiction() && belief.leading().isAttack() && belief.attack() > ATTACK;
    }

    /// The tables with what was believed before a period as the prior.
    BeliefTables before(int place, BeliefTables tables) {
        ClassVector prior = priors.get(place);
        return prior.equals(tables.prior()) ? tables : tables.with(prior);
    }

    /// How many messages they have together.
    public int messageCount() {
        return all.stream().mapToInt(Period::messages).sum();
    }

    /// Their messages.
    public int[] messages() {
        return all.stream().flatMapToInt(each -> Arrays.stream(periods.messages(each))).toArray();
    }
}
