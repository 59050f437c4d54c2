package org.sipsleuth.app.command.input;

import org.sipsleuth.app.program.TypedMoment;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Moments as users write them: ISO 8601, in UTC unless it has an offset, or seconds since the
/// epoch. Nanoseconds since the epoch come out.
public final class TimeConverter implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        return TypedMoment.nanos(text)
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is not a valid time; use 2026-11-20T12:00:00Z or seconds since the epoch"
                                .formatted(text)));
    }
}
