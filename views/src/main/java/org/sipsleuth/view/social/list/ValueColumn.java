package org.sipsleuth.view.social.list;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.view.ui.WindowFaults;

/// A column of words, or of numbers, which stand at the right.
public final class ValueColumn<T> extends TableColumn<T, Object> {

    private static final double WHOLE_FROM = 100;

    private ValueColumn(String title, double width, Function<T, ? extends Object> value, Pos alignment) {
        super(title);
        setPrefWidth(width);
        WindowFaults.values(this, FaultSink.FAILED, value);
        setCellFactory(_ -> new ValueCell<>(alignment));
    }

    /// A column of words.
    public static <T> ValueColumn<T> words(String title, double width, Function<T, String> value) {
        return new ValueColumn<>(title, width, value, Pos.CENTER_LEFT);
    }

    /// A column of numbers; NaN is shown as nothing.
    public static <T> ValueColumn<T> number(String title, double width, Function<T, ? extends Number> value) {
        return new ValueColumn<>(title, width, value, Pos.CENTER_RIGHT);
    }

    /// A column of amounts with two digits behind the point; NaN is shown as nothing.
    public static <T> ValueColumn<T> amount(String title, double width, ToDoubleFunction<T> value) {
        return new ValueColumn<>(title, width, row -> amount(value.applyAsDouble(row)), Pos.CENTER_RIGHT);
    }

    private static String amount(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ENGLISH, "%,.2f", value);
    }

    private static final class ValueCell<T> extends TableCell<T, Object> {

        ValueCell(Pos alignment) {
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(@Nullable Object item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? "" : shown(item));
        }
    }

    private static String shown(Object value) {
        return switch (value) {
            case Double number -> number(number);
            case Number whole -> String.format(Locale.ENGLISH, "%,d", whole.longValue());
            default -> value.toString();
        };
    }

    /// A number with a fraction of a digit where it is below a hundred; nothing for NaN.
    public static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ENGLISH, value >= WHOLE_FROM ? "%,.0f" : "%.1f", value);
    }
}
