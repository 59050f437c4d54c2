package org.sipsleuth.app.command.investigate;

import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.report.output.HumanText;

/// When what a finding cites was captured, in seconds since the epoch with the digits of the finest
/// clock.
final class FindingTimes {

    private static final int MICROSECONDS = 6;

    private FindingTimes() {}

    /// The time of the first message.
    static String from(SipIndex index, Finding finding) {
        return HumanText.seconds(finding.evidence().fromNanos(index), digits(index));
    }

    /// The time of the last message.
    static String to(SipIndex index, Finding finding) {
        return HumanText.seconds(finding.evidence().toNanos(index), digits(index));
    }

    private static int digits(SipIndex index) {
        return index.files().stream()
                .mapToInt(CaptureSummary::timeDigits)
                .max()
                .orElse(MICROSECONDS);
    }
}
