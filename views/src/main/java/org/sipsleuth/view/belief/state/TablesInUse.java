package org.sipsleuth.view.belief.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.SequentialBelief;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.network.VariableTable;
import org.sipsleuth.belief.novelty.PeriodNovelty;

/// The tables that beliefs are formed with, and what the user changed in them. Used on one thread.
public final class TablesInUse {

    private final Map<TableChoice, BeliefTables> known = new EnumMap<>(TableChoice.class);
    private final ObjectProperty<SequentialBelief> sequence = new SimpleObjectProperty<>(SequentialBelief.ANEW);
    private final ReadOnlyObjectWrapper<Optional<TableChoice>> choice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<BeliefTables>> tables = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final Map<TableChoice, PeriodNovelty> novelties = new EnumMap<>(TableChoice.class);

    /// What is normal of periods by the traffic that the tables in use were learned from; empty for
    /// those of the program and of files of tables, which do not say so.
    Optional<PeriodNovelty> novelty() {
        return choice.get().map(novelties::get);
    }

    /// How a belief goes on in the next period of a source.
    public ObjectProperty<SequentialBelief> sequenceProperty() {
        return sequence;
    }

    /// Which ones are in use, before they were changed; empty until some are known.
    public ReadOnlyObjectProperty<Optional<TableChoice>> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// The tables with all changes; empty until some are known.
    public ReadOnlyObjectProperty<Optional<BeliefTables>> tablesProperty() {
        return tables.getReadOnlyProperty();
    }

    /// The tables of a choice as they were, or empty.
    public Optional<BeliefTables> of(TableChoice which) {
        return Optional.ofNullable(known.get(which));
    }

    /// Which choices there are.
    public List<TableChoice> choices() {
        return List.copyOf(known.keySet());
    }

    /// Takes what comes with the program; the first are used.
    void offer(Map<TableChoice, BeliefTables> shipped) {
        known.putAll(shipped);
        if (choice.get().isEmpty()) {
            known.keySet().stream().findFirst().ifPresent(this::use);
        }
    }

    /// Takes the tables of a file, and uses them.
    public void own(BeliefTables read) {
        take(TableChoice.OWN, read, Optional.empty());
    }

    /// Takes those of a model, and uses them.
    public void own(BeliefModel model) {
        take(TableChoice.OWN, model.tables(), model.novelty());
    }

    /// Takes tables that were learned from a capture, and uses them.
    ///
    /// @param novelty what is normal of periods there
    public void learned(BeliefTables fitted, Optional<PeriodNovelty> novelty) {
        take(TableChoice.CAPTURE, fitted, novelty);
    }

    private void take(TableChoice which, BeliefTables these, Optional<PeriodNovelty> novelty) {
        novelties.remove(which);
        novelty.ifPresent(each -> novelties.put(which, each));
        known.put(which, these);
        use(which);
    }

    /// Uses other tables; changes are lost.
    public void use(TableChoice which) {
        BeliefTables these = known.get(which);
        if (these != null) {
            choice.set(Optional.of(which));
            tables.set(Optional.of(these));
        }
    }

    /// Whether something was changed.
    public boolean isChanged() {
        return !tables.get().equals(base());
    }

    /// The tables in use as they were.
    public Optional<BeliefTables> base() {
        return choice.get().flatMap(this::of);
    }

    /// Undoes all changes.
    public void reset() {
        sequence.set(SequentialBelief.ANEW);
        tables.set(base());
    }

    /// Changes a probability.
    ///
    /// @throws IllegalArgumentException if it is not valid, with words for the user
    public void set(Variable variable, TrafficClass trafficClass, int state, double probability) {
        BeliefTables now = tables.get().orElseThrow();
        VariableTable table = now.table(variable).orElseThrow();
        List<Double> row = new ArrayList<>(table.row(trafficClass));
        row.set(state, probability);
        tables.set(Optional.of(now.with(table.with(trafficClass, row))));
    }

    /// Changes how probable it is that a period has nothing to count of a distribution.
    ///
    /// @throws IllegalArgumentException if it is no probability, with words for the user
    public void setNothing(Variable variable, TrafficClass trafficClass, double probability) {
        change(variable, table -> {
            ClassVector now = table.nothing().orElseThrow();
            return table.withNothing(ClassVector.of(each -> each == trafficClass ? probability : now.get(each)));
        });
    }

    /// Makes the rows of a table sum to one.
    public void normalise(Variable variable) {
        change(variable, VariableTable::normalised);
    }

    /// Changes a border of intervals.
    ///
    /// @param place which one, from 0
    /// @throws IllegalArgumentException if there can be no such border, with words for the user
    public void setBorder(Variable variable, int place, double border) {
        change(variable, table -> table.withBorder(place, border));
    }

    /// Parts an interval.
    ///
    /// @throws IllegalArgumentException if there can be no such border, with words for the user
    public void addBorder(Variable variable, double border) {
        change(variable, table -> table.withBorder(border));
    }

    /// Makes one interval of two.
    ///
    /// @param place which border goes, from 0
    /// @throws IllegalArgumentException if it is the only one, with words for the user
    public void removeBorder(Variable variable, int place) {
        change(variable, table -> table.withoutBorder(place));
    }

    private void change(Variable variable, UnaryOperator<VariableTable> change) {
        tables.get()
                .ifPresent(now -> now.table(variable)
                        .map(change)
                        .ifPresent(table -> tables.set(Optional.of(now.with(table)))));
    }

    /// Changes the prior of a class; those of the others are scaled, so that all sum to one.
    ///
    /// @throws IllegalArgumentException if it is no probability, with words for the user
    public void setPrior(TrafficClass trafficClass, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(probability + " is no probability");
        }
        BeliefTables now = tables.get().orElseThrow();
        double others = 1 - now.prior().get(trafficClass);
        double left = 1 - probability;
        tables.set(Optional.of(now.with(ClassVector.of(each -> each == trafficClass ? probability
                : others > 0 ? now.prior().get(each) / others * left
                : left / (ClassVector.SIZE - 1)))));
    }
}
