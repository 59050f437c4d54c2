package org.sipsleuth.view.dialogs;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.RowQuery;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.UtcTime;

/// What the list says about itself: how many dialogs it shows, of which time, why it is empty.
final class ListHeadline {

    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper timeNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<EmptyList> placeholder = new ReadOnlyObjectWrapper<>(EmptyList.NO_CAPTURE);

    /// `12 of 3,456`
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Signals that only a range of time is shown, or is empty.
    ReadOnlyStringProperty timeNoteProperty() {
        return timeNote.getReadOnlyProperty();
    }

    /// Why the list is empty, if it is.
    ReadOnlyObjectProperty<EmptyList> placeholderProperty() {
        return placeholder.getReadOnlyProperty();
    }

    /// Describes a list.
    ///
    /// @param listed null if no capture is open
    /// @param shown how many dialogs are in it
    /// @param search what is searched for
    /// @param answered what was asked for
    void show(@Nullable Listed listed, int shown, String search, Optional<RowQuery> answered) {
        if (listed == null) {
            count.set("");
            timeNote.set("");
            placeholder.set(EmptyList.NO_CAPTURE);
            return;
        }
        int all = listed.index().dialogs().size();
        count.set(shown == all ? Texts.text("dialogs.count", all) : Texts.text("dialogs.count.of", shown, all));
        timeNote.set(answered.flatMap(RowQuery::time)
                .map(range -> Texts.text("dialogs.time.note", UtcTime.dateAndClock(range.fromNanos()),
                        UtcTime.dateAndClock(range.toNanos())))
                .orElse(""));
        placeholder.set(reason(all, search, answered));
    }

    private static EmptyList reason(int all, String search, Optional<RowQuery> answered) {
        if (all == 0) {
            return EmptyList.NO_DIALOGS;
        }
        if (answered.flatMap(RowQuery::filtered).filter(f -> f.found().size() == 0).isPresent()) {
            return EmptyList.NO_FIT;
        }
        return search.isBlank() ? EmptyList.NOT_THEN : EmptyList.NO_MATCH;
    }
}
