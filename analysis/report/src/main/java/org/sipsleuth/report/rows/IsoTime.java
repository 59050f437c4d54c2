package org.sipsleuth.report.rows;

import org.sipsleuth.report.output.HumanText;

/// Times in ISO 8601.
final class IsoTime {

    private static final int NANO_DIGITS = 9;

    private IsoTime() {}

    /// A time with as many digits as it is given: `2023-11-14T22:13:20.123456Z`.
    ///
    /// @param seconds since the epoch, as [HumanText#seconds] writes them
    static String of(String seconds) {
        int point = seconds.indexOf('.');
        int digits = point < 0 ? 0 : seconds.length() - point - 1;
        String unscaled = point < 0 ? seconds : seconds.replace(".", "");
        long nanos = Long.parseLong(unscaled + "0".repeat(NANO_DIGITS - digits));
        return HumanText.iso(nanos, digits);
    }
}
