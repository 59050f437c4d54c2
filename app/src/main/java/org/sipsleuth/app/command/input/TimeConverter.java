package org.sipsleuth.app.command.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Moments as users write them: ISO 8601, in UTC unless it has an offset, or seconds since the
/// epoch. Nanoseconds since the epoch come out.
public final class TimeConverter implements ITypeConverter<Long> {

    private static final int NANO_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;

    @Override
    public Long convert(String text) {
        try {
            return text.matches("-?[0-9]+(\\.[0-9]+)?") ? seconds(text) : iso(text.strip());
        } catch (ArithmeticException | DateTimeException noTime) {
            throw new TypeConversionException(
                    "\"%s\" is not a valid time; use 2026-11-20T12:00:00Z or seconds since the epoch".formatted(text));
        }
    }

    private static long seconds(String text) {
        return new BigDecimal(text).movePointRight(NANO_DIGITS).setScale(0, RoundingMode.DOWN).longValueExact();
    }

    private static long iso(String text) {
        if (text.length() <= LocalDate.EPOCH.toString().length()) {
            return nanos(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parse(text.replace(' ', 'T'));
        var local = time.query(TemporalQueries.localDate()).atTime(time.query(TemporalQueries.localTime()));
        ZoneOffset offset = time.query(TemporalQueries.offset());
        return nanos(local.toInstant(offset == null ? ZoneOffset.UTC : offset));
    }

    private static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), (long) time.getNano());
    }
}
