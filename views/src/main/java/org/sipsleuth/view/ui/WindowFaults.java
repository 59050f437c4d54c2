package org.sipsleuth.view.ui;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.run.FaultSink;

/// Reports faults of single cells, rows and dialogs as the window reports those that nobody
/// handles: one notice for all that are alike.
public final class WindowFaults {

    /// Takes them.
    public static final FaultSink SINK = (_, fault) -> {
        if (!Fault.isContained(fault)) {
            throw fault;
        }
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
    };

    private WindowFaults() {}

    /// Shows one of many things.
    ///
    /// @return whether all of it is shown
    public static boolean isShown(String name, Runnable content) {
        return SINK.contain(name, false, () -> {
            content.run();
            return true;
        });
    }

    /// Has a column show values of its rows.
    ///
    /// @param failed stands in the place of one that fails
    public static <R, T> void values(TableColumn<R, T> column, T failed, Function<R, ? extends T> value) {
        show(column, new ReadOnlyObjectWrapper<>(failed), value);
    }

    /// The same in a column that has nothing to show in the place of a value that fails.
    public static <R, T> void values(TableColumn<R, T> column, Function<R, ? extends T> value) {
        show(column, new ReadOnlyObjectWrapper<>(), value);
    }

    private static <R, T> void show(TableColumn<R, T> column, ObservableValue<T> failed,
            Function<R, ? extends T> value) {
        column.setCellValueFactory(row -> SINK.contain("column " + column.getText(), failed,
                () -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue()))));
    }
}
