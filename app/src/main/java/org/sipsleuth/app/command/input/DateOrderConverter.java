package org.sipsleuth.app.command.input;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sipsleuth.call.record.DateOrder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What stands first in dates, by its word.
public final class DateOrderConverter implements ITypeConverter<DateOrder> {

    @Override
    public DateOrder convert(String text) {
        return Arrays.stream(DateOrder.values())
                .filter(order -> order.word().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is not an order of dates; choose one of %s".formatted(text,
                                Arrays.stream(DateOrder.values())
                                        .map(DateOrder::word)
                                        .collect(Collectors.joining(", ")))));
    }
}
