package org.sipsleuth.view.belief.state;

import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;

/// A source in the list: its strongest period stands for it. Immutable.
///
/// @param periods all its periods
/// @param strongest the place of that period
/// @param standing how much its belief is worth
/// @param belief what is believed of it
/// @param messages how many messages the source has
/// @param verdicts what is believed of all its periods
public record SourceRow(SourcePeriods periods, int strongest, Standing standing, Belief belief, int messages,
        SourceVerdicts verdicts) {

    static SourceRow of(SourcePeriods periods) {
        int strongest = periods.strongest();
        return new SourceRow(periods, strongest, periods.standing(strongest), periods.beliefs().get(strongest),
                periods.messageCount(), SourceVerdicts.of(periods));
    }

    /// The source's address or host. Data of the capture.
    public String name() {
        return periods.name();
    }

    /// Whether an attack is above the reporting threshold.
    public boolean isSuspect() {
        return standing == Standing.BELIEVED && SourcePeriods.isSuspect(belief);
    }
}
