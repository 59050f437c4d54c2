package org.sipsleuth.view.dialogs.column;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.Listed;

/// The one reader of values that all cells share, for what is listed now.
public final class SharedReader {

    private final ReadOnlyObjectWrapper<@Nullable ColumnReader> reader = new ReadOnlyObjectWrapper<>();

    /// @param listed what is listed
    public SharedReader(ObservableValue<@Nullable Listed> listed) {
        listed.subscribe(now -> reader.set(now == null ? null : new ColumnReader(now)));
    }

    /// The reader; null while nothing is listed.
    public ReadOnlyObjectProperty<@Nullable ColumnReader> property() {
        return reader.getReadOnlyProperty();
    }
}
