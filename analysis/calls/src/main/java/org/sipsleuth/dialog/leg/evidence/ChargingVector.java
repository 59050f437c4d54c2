package org.sipsleuth.dialog.leg.evidence;

import org.sipsleuth.dialog.leg.fact.FieldValue;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.pair.LegPair;
import org.sipsleuth.dialog.leg.pair.Traffic;

/// P-Charging-Vector has the same icid-value in both legs.
record ChargingVector() implements Evidence {

    /// Globally unique for at least a month (RFC 7315 §4.6); one for all calls is a known mistake,
    /// which is passed over as a value that too many share.
    private static final double SAME = 8;

    @Override
    public String name() {
        return "icid";
    }

    @Override
    public String source() {
        return "RFC 7315 §4.6";
    }

    @Override
    public Nature nature() {
        return Nature.IDENTIFIER;
    }

    @Override
    public double weight(LegPair pair, Traffic traffic) {
        long icid = pair.first().identifiers().charging();
        return icid != Keys.NONE && icid == pair.second().identifiers().charging() ? SAME : 0;
    }

    @Override
    public String words(LegPair pair, LegTexts texts) {
        String value = texts.header(pair.second().events().request(), "P-Charging-Vector");
        return "P-Charging-Vector has the same icid-value: " + FieldValue.parameter(value, "icid-value");
    }
}
