package org.sipsleuth.view.sequence.confusion;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.ui.TruthWords;

/// What a dialog is by a reference: the prefix tree of the training, or the truth.
sealed interface Category {

    /// By the prefix tree.
    record ByTree(boolean isObserved) implements Category {}

    /// By the truth.
    record ByTruth(TrafficClass trafficClass) implements Category {}

    /// In words.
    default String words() {
        return switch (this) {
            case ByTree(boolean isObserved) ->
                    text(isObserved ? "unknown.observed" : "unknown.never.observed");
            case ByTruth(TrafficClass trafficClass) -> TruthWords.of(trafficClass);
        };
    }

    /// Whether a classifier that is right calls its dialogs known.
    default boolean shouldBeKnown() {
        return switch (this) {
            case ByTree(boolean isObserved) -> isObserved;
            case ByTruth(TrafficClass trafficClass) -> trafficClass == TrafficClass.NORMAL;
        };
    }

    /// How many dialogs of a sequence belong to it.
    default int count(SequenceRow row) {
        return switch (this) {
            case ByTree(boolean isObserved) -> row.isNew() == isObserved ? 0 : row.count();
            case ByTruth(TrafficClass trafficClass) -> row.classes().getOrDefault(trafficClass, 0);
        };
    }

    /// The dialogs of a sequence that belong to it.
    default List<Integer> dialogs(SequenceRows rows, SequenceRow row) {
        return switch (this) {
            case ByTree(boolean isObserved) ->
                    row.isNew() == isObserved ? List.of() : row.dialogs();
            case ByTruth(TrafficClass trafficClass) -> rows.dialogsOf(row, trafficClass);
        };
    }
}
