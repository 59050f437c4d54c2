package org.sipsleuth.view.legs;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.sipsleuth.dialog.leg.LegGroup;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.view.ui.Memory;

/// The settings of legs while they are written, and what came of those in use.
final class LegSettingsViewModel {

    private static final String FIELDS = "legs.fields";
    private static final String CONFIDENCE = "legs.confidence";
    private static final int MOST_FIELDS = 32;
    private static final double USUAL_CONFIDENCE = LegSettings.USUAL.leastConfidence();

    /// Links below it are not reported at all (docs/LEGS.md).
    static final double LEAST = 0.1;

    /// Nothing is surer.
    static final double MOST = 0.99;

    /// RFC 3261 §25.1: token.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]{1,60}");

    private final Memory memory;
    private final Consumer<LegSettings> user;
    private LegSettings used = LegSettings.USUAL;
    private final StringProperty fields = new SimpleStringProperty();
    private final DoubleProperty confidence = new SimpleDoubleProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");

    /// @param memory what was chosen before
    /// @param user searches for legs with other settings
    LegSettingsViewModel(Memory memory, Consumer<LegSettings> user) {
        this.memory = memory;
        this.user = user;
        recall();
        fields.subscribe(_ -> check());
        useRecalled();
        memory.whenReplaced(() -> {
            recall();
            useRecalled();
        });
    }

    private void recall() {
        fields.set(memory.get(FIELDS).orElse(usualFields()));
        confidence.set(memory.get(CONFIDENCE).flatMap(LegSettingsViewModel::number).orElse(USUAL_CONFIDENCE));
    }

    private void useRecalled() {
        if (!settings().equals(used)) {
            used = settings();
            user.accept(used);
        }
    }

    private static String usualFields() {
        return String.join(", ", LegSettings.USUAL_FIELDS);
    }

    private static Optional<Double> number(String kept) {
        try {
            return Optional.of(Math.clamp(Double.parseDouble(kept), LEAST, MOST));
        } catch (NumberFormatException writtenByHand) {
            return Optional.empty();
        }
    }

    /// Names of header fields that hold the Call-ID of another leg, separated by commas.
    StringProperty fieldsProperty() {
        return fields;
    }

    /// From which confidence on dialogs are one call.
    DoubleProperty confidenceProperty() {
        return confidence;
    }

    /// Why the names cannot be used; empty if they can.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What was found with the settings in use.
    ReadOnlyStringProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    private List<String> names() {
        return Stream.of(fields.get().split("[,\\s]+")).filter(n -> !n.isEmpty()).toList();
    }

    private void check() {
        Optional<String> wrong = names().stream().filter(name -> !NAME.matcher(name).matches()).findFirst();
        problem.set(wrong.map(name -> text("legs.fields.wrong", name))
                .orElse(names().size() > MOST_FIELDS ? text("legs.fields.many", MOST_FIELDS) : ""));
    }

    private LegSettings settings() {
        boolean isUsable = problem.get().isEmpty();
        return new LegSettings(isUsable ? Set.copyOf(lowerCase()) : LegSettings.USUAL.callIdFields(), Set.of(),
                Math.clamp(confidence.get(), LEAST, MOST));
    }

    /// Without doubles: a set takes none.
    private List<String> lowerCase() {
        return names().stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    /// Looks with these settings from now on, also after the next start.
    void use() {
        if (!problem.get().isEmpty()) {
            return;
        }
        memory.keep(FIELDS, String.join(", ", names()));
        memory.keep(CONFIDENCE, Double.toString(confidence.get()));
        found.set(text("legs.looking"));
        used = settings();
        user.accept(used);
    }

    /// Comes back to what is usual, and uses it.
    void reset() {
        fields.set(usualFields());
        confidence.set(USUAL_CONFIDENCE);
        use();
    }

    /// Shows the result.
    void show(Optional<Legs> legs) {
        found.set(legs
                .map(found -> text("legs.found", found.groups().size(),
                        found.groups().stream().map(LegGroup::dialogs).mapToInt(List::size).sum()))
                .orElse(text("legs.none")));
    }
}
