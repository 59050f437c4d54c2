package org.sipsleuth.view.belief.state;

import java.util.Optional;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.Sensitivity;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;

/// The period that is looked at, with every number that leads to what is believed of it. Immutable.
///
/// @param row whose period it is
/// @param place which of them
/// @param whatIf what is tried out
/// @param tables what is known of the classes
/// @param reasoning how the belief comes about
/// @param sensitivity what would be believed without each leaf
/// @param isCarried whether the prior comes from the period before
public record Shown(SourceRow row, int place, WhatIf whatIf, BeliefTables tables, Reasoning reasoning,
        Sensitivity sensitivity, boolean isCarried) {

    static Shown of(SourceRow row, int place, WhatIf whatIf, BeliefTables tables) {
        BeliefTables its = row.periods().before(place, tables);
        Observation tried = whatIf.of(row.periods().all().get(place).observation());
        return new Shown(row, place, whatIf, its, Reasoning.of(its, tried, whatIf.silent()),
                Sensitivity.of(its, tried, whatIf.silent()), !its.equals(tables));
    }

    /// The period.
    public Period period() {
        return row.periods().all().get(place);
    }

    /// What is believed.
    public Belief belief() {
        return reasoning.belief();
    }

    /// How much that is worth.
    public Standing standing() {
        return SourcePeriods.standing(period().messages(), belief());
    }

    /// What was believed before, if there are too few messages to say what is now; nothing while
    /// something is tried out.
    public Optional<Remembered> remembered() {
        return standing() == Standing.TOO_FEW && !whatIf.isAny() ? Remembered.before(row.periods(), period())
                : Optional.empty();
    }

    /// What was really observed.
    public Observation observed() {
        return period().observation();
    }
}
