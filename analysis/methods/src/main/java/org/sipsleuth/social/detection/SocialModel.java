package org.sipsleuth.social.detection;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.model.Training;
import org.sipsleuth.text.FileName;

/// What is usual of users, by day and by week. Immutable; any thread.
///
/// It holds the features of some periods of users, scaled, but no names and no numbers.
///
/// @param file as it was read or trained
/// @param falseFlags the share of the flags that may be false on average, above 0, to 1; without
///     meaning where nothing is known of neighbours
/// @param units at least that of days; that of weeks if the training traffic was long enough
record SocialModel(ModelFile file, double falseFlags, Map<PeriodUnit, UsualUsers> units) {

    static final String KIND = "social";

    /// Periods of users with fewer calls are neither learned nor judged.
    static final int FEWEST_CALLS = 5;

    /// Takes a copy.
    SocialModel {
        units = Map.copyOf(units);
    }

    ModelIdentity identity() {
        return file.identity();
    }

    /// Whether the users of a capture are those that were learned, in the same calls: each is its
    /// own neighbour then, and none can stand out.
    boolean isLearnedFrom(SipIndex index) {
        return isLearnedFrom(input -> index.files()
                .stream()
                .anyMatch(file -> FileName.last(file.path()).equals(input.file()) && file.messages() == input.messages()
                        && file.dialogs() == input.dialogs()));
    }

    /// The same of tables of call records.
    ///
    /// @param calls how many calls each has, by the name of its file without its folder
    boolean isLearnedFrom(Map<String, Long> calls) {
        return isLearnedFrom(input -> input.isTable() && calls.getOrDefault(input.file(), -1L) == input.dialogs());
    }

    private boolean isLearnedFrom(Predicate<Training.Input> isThere) {
        return units.values().stream().anyMatch(unit -> unit.neighbours().isPresent())
                && file.modelFacts().training().inputs().stream().anyMatch(isThere);
    }

    /// What is usual in a unit, if that is known.
    Optional<UsualUsers> unit(PeriodUnit unit) {
        return Optional.ofNullable(units.get(unit));
    }

    /// The unit by which a time is compared.
    PeriodUnit unitFor(long firstNanos, long lastNanos) {
        boolean isWeek = unit(PeriodUnit.WEEK).isPresent() && PeriodUnit.WEEK.fits(firstNanos, lastNanos);
        return isWeek ? PeriodUnit.WEEK : PeriodUnit.DAY;
    }
}
