package org.sipsleuth.dialog.field;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.sipsleuth.capture.Endpoint;

/// How a field is read of a dialog, given by its number.
sealed interface FieldReading {

    /// A number, or [FieldReader#ABSENT].
    record Measure(IntToLongFunction number) implements FieldReading {}

    record Text(IntFunction<String> text) implements FieldReading {}

    /// A text that many dialogs share, and its number among those, or -1.
    record SharedText(IntFunction<String> text, IntToLongFunction number) implements FieldReading {}

    /// Several values, and all of them in one text.
    record Texts(IntFunction<String> text, IntFunction<List<String>> list) implements FieldReading {}

    /// The number of an endpoint for [org.sipsleuth.dialog.MessageTable#endpoint], and what is
    /// shown of the endpoint.
    record End(IntUnaryOperator endpoint, Function<Endpoint, String> text) implements FieldReading {}
}
