package org.sipsleuth.view.dialogs;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;

/// Which dialogs the ladder shows: the chosen ones, or all legs of their calls. Stays as it is when
/// other dialogs are chosen.
final class ExtendedFlow {

    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper others = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private Optional<Legs> legs = Optional.empty();

    /// Whether all legs are wanted.
    BooleanProperty onProperty() {
        return on;
    }

    /// How many dialogs besides the chosen ones are legs of their calls.
    ReadOnlyIntegerProperty othersProperty() {
        return others.getReadOnlyProperty();
    }

    /// Whether the legs of the shown capture are known.
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// Uses these legs from now on.
    void use(Optional<Legs> now) {
        legs = now;
    }

    /// The dialogs to show.
    ///
    /// @param index what the numbers of the chosen ones belong to
    List<Integer> dialogs(SipIndex index, List<Integer> chosen) {
        Optional<Legs> its = legs.filter(all -> all.index().equals(index));
        known.set(its.isPresent());
        if (its.isEmpty()) {
            others.set(0);
            return chosen;
        }
        TreeSet<Integer> all = new TreeSet<>(chosen);
        for (int dialog : chosen) {
            if (dialog < index.dialogs().size()) {
                all.addAll(its.get().legsOf(dialog));
            }
        }
        others.set(all.size() - chosen.size());
        return on.get() && all.size() > chosen.size() ? List.copyOf(all) : chosen;
    }
}
