package org.sipsleuth.app.program;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.OptionalLong;

/// Moments as users type them: ISO 8601, in UTC unless it has an offset, or seconds since the epoch.
public final class TypedMoment {

    private static final int NANO_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;

    private TypedMoment() {}

    /// In ns since the epoch; empty if it is no moment.
    public static OptionalLong nanos(String text) {
        try {
            return OptionalLong.of(text.matches("-?[0-9]+(\\.[0-9]+)?") ? seconds(text) : iso(text.strip()));
        } catch (ArithmeticException | DateTimeException noTime) {
            return OptionalLong.empty();
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
