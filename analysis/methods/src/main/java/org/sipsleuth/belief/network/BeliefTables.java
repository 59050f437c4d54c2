package org.sipsleuth.belief.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that the tree knows: the prior of the classes, the table of each leaf, the decay rates. A
/// leaf without a table indicates nothing. Immutable.
public final class BeliefTables {

    private static final double ROUNDING = 1e-9;

    private final String name;
    private final String note;
    private final ClassVector prior;
    private final DecayRates decay;
    private final Map<Variable, VariableTable> tables;

    private BeliefTables(String name, String note, ClassVector prior, DecayRates decay,
            Map<Variable, VariableTable> tables) {
        this.name = name;
        this.note = note;
        this.prior = prior;
        this.decay = decay;
        this.tables = tables;
    }

    /// Tables with these values.
    ///
    /// @param name what people call them
    /// @param note where they come from
    /// @param prior what is believed before anything was observed; is normalised
    /// @throws IllegalArgumentException if the prior is all 0, or two tables are of one variable
    public static BeliefTables of(String name, String note, ClassVector prior, DecayRates decay,
            Collection<VariableTable> tables) {
        if (prior.sum() == 0) {
            throw new IllegalArgumentException("a prior of nothing but zeros excludes every class");
        }
        EnumMap<Variable, VariableTable> byVariable = new EnumMap<>(Variable.class);
        for (VariableTable table : tables) {
            if (byVariable.put(table.variable(), table) != null) {
                throw new IllegalArgumentException("there are two tables of " + table.variable().word());
            }
        }
        return new BeliefTables(name, note, normalised(prior), decay, byVariable);
    }

    private static ClassVector normalised(ClassVector prior) {
        return Math.abs(prior.sum() - 1) <= ROUNDING ? prior : prior.normalised();
    }

    /// What people call them.
    public String name() {
        return name;
    }

    /// Where they come from, and what is special about them.
    public String note() {
        return note;
    }

    /// What is believed before anything was observed; sums to 1.
    public ClassVector prior() {
        return prior;
    }

    /// The decay rates of the intensities.
    public DecayRates decay() {
        return decay;
    }

    /// The table of a leaf; empty if it indicates nothing.
    public Optional<VariableTable> table(Variable variable) {
        return Optional.ofNullable(tables.get(variable));
    }

    @Nullable
    VariableTable tableOrNull(Variable variable) {
        return tables.get(variable);
    }

    /// All tables, in the order of the leaves.
    public List<VariableTable> all() {
        return List.copyOf(tables.values());
    }

    /// The same with another table of a leaf.
    public BeliefTables with(VariableTable table) {
        EnumMap<Variable, VariableTable> changed = new EnumMap<>(Variable.class);
        changed.putAll(tables);
        changed.put(table.variable(), table);
        return new BeliefTables(name, note, prior, decay, changed);
    }

    /// The same with another prior.
    ///
    /// @throws IllegalArgumentException if it is all 0
    public BeliefTables with(ClassVector newPrior) {
        return of(name, note, newPrior, decay, all());
    }

    /// The same under another name.
    public BeliefTables named(String newName, String newNote) {
        return new BeliefTables(newName, newNote, prior, decay, tables);
    }

    /// The same with rows that sum to one.
    public BeliefTables normalised() {
        List<VariableTable> all = new ArrayList<>();
        tables.values().forEach(table -> all.add(table.normalised()));
        return of(name, note, prior, decay, all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BeliefTables each && name.equals(each.name) && note.equals(each.note)
                && prior.equals(each.prior) && decay.equals(each.decay) && tables.equals(each.tables);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, note, prior, decay, tables);
    }
}
