package org.sipsleuth.report.exchange;

import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.output.HumanText;

/// Times with the digits of a capture's finest clock.
public final class CaptureTimes {

    private static final int MICROSECONDS = 6;

    private CaptureTimes() {}

    /// A time in seconds since the epoch.
    public static String seconds(SipIndex index, long nanos) {
        return HumanText.seconds(nanos, digits(index));
    }

    /// A time in ISO 8601.
    public static String iso(SipIndex index, long nanos) {
        return HumanText.iso(nanos, digits(index));
    }

    private static int digits(SipIndex index) {
        return index.files().stream().mapToInt(CaptureSummary::timeDigits).max().orElse(MICROSECONDS);
    }
}
