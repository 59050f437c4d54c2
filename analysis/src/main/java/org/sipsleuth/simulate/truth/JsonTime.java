package org.sipsleuth.simulate.truth;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/// Times in truth files: seconds since the epoch, as numbers with nine digits after the point.
final class JsonTime {

    private static final int NANO_DIGITS = 9;

    private JsonTime() {}

    /// Writes a time, or `null` if there is none.
    static void write(JsonGenerator json, boolean isKnown, long nanos) throws IOException {
        if (isKnown) {
            json.writeNumber(BigDecimal.valueOf(nanos, NANO_DIGITS).toPlainString());
        } else {
            json.writeNull();
        }
    }

    /// The time that a number tells, in ns; the nearest that can be told.
    static long nanos(BigDecimal seconds) {
        BigDecimal nanos = seconds.movePointRight(NANO_DIGITS);
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Long.MAX_VALUE;
        }
        return nanos.signum() < 0 ? 0 : nanos.longValue();
    }
}
