package org.sipsleuth.app.command.input;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How many rows are listed at most: a whole number, 0 or more.
public final class LimitConverter implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new TypeConversionException(
                    "\"%s\" is not a valid number of rows; use a whole number from 0".formatted(text));
        }
        return Long.valueOf(text);
    }
}
