package org.sipsleuth.view.belief.state;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;

/// What is tried out: other values of leaves, and leaves whose evidence is left out. Immutable.
///
/// @param values of leaves: one number for a measure, a number for each category for a distribution
/// @param silent leaves whose evidence is left out
public record WhatIf(Map<Variable, List<Double>> values, Set<Variable> silent) {

    /// Nothing is tried out.
    public static final WhatIf NOTHING = new WhatIf(Map.of(), Set.of());

    /// Takes copies.
    public WhatIf {
        values = Map.copyOf(values);
        silent = Set.copyOf(silent);
    }

    /// Whether anything is tried out.
    public boolean isAny() {
        return !values.isEmpty() || !silent.isEmpty();
    }

    /// The same with another value of a leaf.
    public WhatIf with(Variable variable, List<Double> value) {
        Map<Variable, List<Double>> changed = new EnumMap<>(Variable.class);
        changed.putAll(values);
        changed.put(variable, List.copyOf(value));
        return new WhatIf(changed, silent);
    }

    /// The same with the observed value of a leaf.
    public WhatIf without(Variable variable) {
        Map<Variable, List<Double>> changed = new EnumMap<>(Variable.class);
        changed.putAll(values);
        changed.remove(variable);
        return new WhatIf(changed, silent);
    }

    /// The same with the evidence of a leaf, or without it.
    public WhatIf speaking(Variable variable, boolean isOn) {
        Set<Variable> changed = EnumSet.noneOf(Variable.class);
        changed.addAll(silent);
        if (isOn) {
            changed.remove(variable);
        } else {
            changed.add(variable);
        }
        return new WhatIf(values, changed);
    }

    /// What would have been observed.
    Observation of(Observation observed) {
        Observation tried = observed;
        for (Map.Entry<Variable, List<Double>> each : values.entrySet()) {
            Variable variable = each.getKey();
            tried = variable.isDistribution()
                    ? tried.with(variable, each.getValue().stream().map(Double::intValue).toList())
                    : tried.with(variable, each.getValue().getFirst());
        }
        return tried;
    }
}
