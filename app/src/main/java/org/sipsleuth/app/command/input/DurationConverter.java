package org.sipsleuth.app.command.input;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Lengths of time as users write them: `90s`, `10m`, `2h`, `1d`.
public final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        if (!text.matches("[0-9]{1,6}[smhd]")) {
            throw new TypeConversionException("\"%s\" is not a valid duration; use 90s, 10m, 2h or 1d".formatted(text));
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return Duration.of(number, switch (text.charAt(text.length() - 1)) {
            case 's' -> ChronoUnit.SECONDS;
            case 'm' -> ChronoUnit.MINUTES;
            case 'h' -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        });
    }
}
