package org.sipsleuth.view.dialogs.ladder.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.dialog.ladder.SdpLabel;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.MessageClass;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.UtcTime;

/// The contents of the rows of a ladder.
///
/// @param index where the messages are
/// @param ladder who sends what to whom
public record LadderRows(SipIndex index, Ladder ladder) {

    /// A label is one line; longer ones are cut off before they are measured.
    private static final int LONGEST_LABEL = 200;

    private static final int PORTS_NAMED = 20;
    private static final int DELTA_DIGITS = 6;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long LONG_COMPACT_DELTA = 100 * NANOS_PER_SECOND;
    private static final long LONG_DELTA = 1_000 * NANOS_PER_SECOND;

    /// What an arrow says.
    ///
    /// @param whole all of it: `200 OK (INVITE)`
    /// @param brief without the method that a response answers, for who has little room: `200 OK`
    /// @param sdp its session description
    public record Label(String whole, String brief, SdpLabel sdp) {}

    public int size() {
        return ladder.size();
    }

    public List<Lifeline> lifelines() {
        return ladder.lifelines();
    }

    public int source(int row) {
        return ladder.source(row);
    }

    public int destination(int row) {
        return ladder.destination(row);
    }

    /// The row that shows or counts this message, or -1.
    public int rowOf(int message) {
        return ladder.rowOf(message);
    }

    public MessageClass messageClass(int row) {
        return MessageClass.of(messages().type(ladder.message(row)));
    }

    /// Its type as the message table numbers it.
    public int typeNumber(int row) {
        return messages().type(ladder.message(row));
    }

    /// Its method or status code.
    public String type(int row) {
        return messages().typeName(messages().type(ladder.message(row)));
    }

    public boolean isRequest(int row) {
        return messages().isRequest(ladder.message(row));
    }

    public boolean isRetransmission(int row) {
        return messages().isRetransmission(ladder.message(row));
    }

    public boolean isDefective(int row) {
        return messages().isDefective(ladder.message(row));
    }

    /// What the arrow says, with the signs of a retransmission and of a defect.
    public Label label(int row) {
        Ladder.Words words = ladder.words(row);
        String before = isRetransmission(row) ? "↻ " : "";
        String times = ladder.count(row) > 1 ? "  ×" + ladder.count(row) : "";
        String after = times + (isDefective(row) ? "  ⚠" : "");
        String what = VisibleText.ofValue(words.what(), LONGEST_LABEL);
        String method = VisibleText.ofValue(words.method(), LONGEST_LABEL);
        String answered = method.isEmpty() ? "" : " (" + method + ")";
        return new Label(before + what + answered + after, before + what + after, words.sdp());
    }

    /// `14:03:21.512345`, compact `14:03:21.512`.
    public String time(int row, boolean compact) {
        return compact ? UtcTime.clock(nanos(row)) : UtcTime.preciseClock(nanos(row));
    }

    /// When a stream begins.
    public String time(Ladder.PlacedMedia stream, boolean compact) {
        long begin = stream.arrow().startNanos();
        return compact ? UtcTime.clock(begin) : UtcTime.preciseClock(begin);
    }

    /// The time since the row before in seconds: `+0.001204`; compact in milliseconds: `+1.2`.
    /// Empty in the first row.
    public String delta(int row, boolean compact) {
        return row == 0 ? "" : span(nanosSince(row), compact);
    }

    /// The same since another row, which itself has none.
    public String deltaTo(int row, int other, boolean compact) {
        return row == other ? "" : span(nanos(row) - nanos(other), compact);
    }

    private static String span(long delta, boolean compact) {
        String sign = delta < 0 ? "" : "+";
        if (compact) {
            double millis = delta / NANOS_PER_MILLI;
            int digits = Math.abs(delta) > LONG_COMPACT_DELTA ? 0 : 1;
            return sign + String.format(Locale.ROOT, "%." + digits + "f", millis);
        }
        return sign + UtcTime.seconds(delta, Math.abs(delta) > LONG_DELTA ? 3 : DELTA_DIGITS);
    }

    /// The time since the row before in ns; 0 in the first row.
    public long nanosSince(int row) {
        return row == 0 ? 0 : nanos(row) - nanos(row - 1);
    }

    /// The place of the first stream that is before this row or one below it.
    int firstStream(int from) {
        List<Ladder.PlacedMedia> media = ladder.media();
        int low = 0;
        int high = media.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (media.get(middle).row() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The streams that are before these rows.
    ///
    /// @param end the row after the last one
    public List<Ladder.PlacedMedia> mediaBefore(int from, int end) {
        List<Ladder.PlacedMedia> media = ladder.media();
        List<Ladder.PlacedMedia> found = new ArrayList<>();
        for (int i = firstStream(from); i < media.size() && media.get(i).row() < end; i++) {
            found.add(media.get(i));
        }
        return found;
    }

    /// Everything about a row in words.
    public String details(int row) {
        int message = ladder.message(row);
        MessageTable table = messages();
        StringBuilder words = new StringBuilder();
        words.append(Texts.text("dialogs.ladder.details", VisibleText.ofValue(ladder.label(row), LONGEST_LABEL),
                table.endpoint(table.source(message)), table.endpoint(table.destination(message)), index.title(message),
                UtcTime.full(table.capturedAtNanos(message))));
        if (isRetransmission(row)) {
            words.append('\n').append(Texts.text("dialogs.ladder.repeated"));
        }
        if (ladder.count(row) > 1) {
            long last = table.capturedAtNanos(ladder.lastMessage(row));
            words.append('\n').append(Texts.text("dialogs.ladder.counted", ladder.count(row), UtcTime.full(last)));
        }
        if (isDefective(row)) {
            words.append('\n').append(Texts.text("dialogs.ladder.defective"));
        }
        return words.toString();
    }

    /// Everything about a stream in words.
    public String details(Ladder.PlacedMedia stream) {
        MediaArrow arrow = stream.arrow();
        return Texts.text("dialogs.ladder.stream", VisibleText.ofValue(arrow.words(), LONGEST_LABEL), arrow.source(),
                arrow.destination(), UtcTime.full(arrow.startNanos()), UtcTime.full(arrow.endNanos()));
    }

    /// A host and its ports in words.
    public String hostDetails(int lane) {
        Lifeline lifeline = lifelines().get(lane);
        String ports = lifeline.ports()
                .stream()
                .limit(PORTS_NAMED)
                .map(port -> Integer.toString(port))
                .collect(Collectors.joining(", "));
        boolean more = lifeline.ports().size() > PORTS_NAMED;
        return Texts.text("dialogs.ladder.host", VisibleText.ofValue(lifeline.name(), LONGEST_LABEL),
                lifeline.hostText(), more ? ports + " …" : ports);
    }

    private long nanos(int row) {
        return messages().capturedAtNanos(ladder.message(row));
    }

    private MessageTable messages() {
        return index.messages();
    }
}
