package org.sipsleuth.app.command.listing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.sip.SipLayout;

/// Times and texts of a capture as the listings write them.
public final class Captured {

    private final SipIndex index;
    private final int[] digits;
    private final int finest;
    private final String[] names;

    public Captured(SipIndex index) {
        this.index = index;
        digits = index.files().stream().mapToInt(CaptureSummary::timeDigits).toArray();
        finest = index.files().stream().mapToInt(CaptureSummary::timeDigits).max().orElse(6);
        names = index.files().stream().map(file -> file.name()).toArray(String[]::new);
    }

    /// The message's file, as the user named it.
    public String file(int message) {
        return names[index.messages().file(message)];
    }

    /// The byte of the text log at which the message begins; empty for one in a frame.
    public String logByte(int message) {
        OptionalLong logByte = index.logByte(message);
        return logByte.isEmpty() ? "" : Long.toString(logByte.getAsLong());
    }

    /// How many digits after the point the clock of the message's file has.
    public int digits(int message) {
        return digits[index.messages().file(message)];
    }

    /// When the message was captured, in seconds since the epoch.
    public String time(int message) {
        return HumanText.seconds(index.messages().capturedAtNanos(message), digits(message));
    }

    /// A span of time in seconds, with the digits of the finest clock.
    String seconds(long nanos) {
        return HumanText.seconds(nanos, finest);
    }

    /// What is wrong with a message, each kind once: first how it was reassembled, and whether the
    /// capture cut it off, then the others in the order of their places.
    Collection<String> defects(int message, SipLayout layout) {
        int count = layout.defectCount();
        boolean overlap = index.messages().hasOverlap(message);
        boolean isCut = index.messages().isCut(message);
        if (count == 0 && !overlap && !isCut) {
            return List.of();
        }
        Set<String> kinds = new LinkedHashSet<>();
        if (overlap) {
            kinds.add(MessageTable.OVERLAP_TEXT);
        }
        if (isCut) {
            kinds.add(MessageTable.CUT_TEXT);
        }
        for (int i = 0; i < count; i++) {
            kinds.add(layout.defectKind(i).text());
        }
        return kinds;
    }
}
