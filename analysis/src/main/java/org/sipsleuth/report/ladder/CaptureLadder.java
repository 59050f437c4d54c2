package org.sipsleuth.report.ladder;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// The ladder of messages of a capture as it is drawn, with its streams of media between them.
public final class CaptureLadder implements LadderContent {

    /// Longer labels are cut off: a reason phrase may be as long as a message.
    private static final int LONGEST_LABEL = 200;

    private static final int PORTS_NAMED = 3;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private final SipIndex index;
    private final Ladder ladder;

    /// The rows of the ladder, and −1 − n for its n-th stream of media.
    private final int[] rows;

    private final Map<Integer, Integer> dialogs = new LinkedHashMap<>();
    private final boolean namesDates;
    private final int digits;

    public CaptureLadder(Ladder ladder) {
        this.index = ladder.index();
        this.ladder = ladder;
        rows = rows(ladder);
        MessageTable messages = index.messages();
        int finest = 0;
        for (int row = 0; row < ladder.size(); row++) {
            int message = ladder.message(row);
            dialogs.putIfAbsent(messages.dialog(message), dialogs.size() + 1);
            finest = Math.max(finest, digits(message));
        }
        digits = finest;
        namesDates = ladder.size() > 0 && day(0) != day(ladder.size() - 1);
    }

    private static int[] rows(Ladder ladder) {
        int[] rows = new int[ladder.size() + ladder.media().size()];
        int count = 0;
        int stream = 0;
        for (int row = 0; row <= ladder.size(); row++) {
            while (stream < ladder.media().size() && ladder.media().get(stream).row() <= row) {
                rows[count++] = -1 - stream++;
            }
            if (row < ladder.size()) {
                rows[count++] = row;
            }
        }
        return rows;
    }

    private long day(int row) {
        return Math.floorDiv(nanos(row), NANOS_PER_DAY);
    }

    /// The dialogs in it, by the numbers they have in the index, in the order in which they come.
    public List<Integer> dialogs() {
        return List.copyOf(dialogs.keySet());
    }

    @Override
    public List<Head> heads() {
        return ladder.lifelines().stream().map(CaptureLadder::head).toList();
    }

    private static Head head(Lifeline lifeline) {
        if (lifeline.isNamed()) {
            return new Head(visible(lifeline.name()), lifeline.hostText());
        }
        String ports =
                lifeline.ports().stream()
                        .limit(PORTS_NAMED)
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
        boolean more = lifeline.ports().size() > PORTS_NAMED;
        return new Head(visible(lifeline.name()), ":" + ports + (more ? ",.." : ""));
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public boolean hasMedia() {
        return !ladder.media().isEmpty();
    }

    @Override
    public int source(int row) {
        return isMedia(row) ? media(row).source() : ladder.source(rows[row]);
    }

    @Override
    public int destination(int row) {
        return isMedia(row) ? media(row).destination() : ladder.destination(rows[row]);
    }

    private boolean isMedia(int row) {
        return rows[row] < 0;
    }

    private Ladder.PlacedMedia media(int row) {
        return ladder.media().get(-1 - rows[row]);
    }

    @Override
    public String ends(int row) {
        if (isMedia(row)) {
            return media(row).arrow().source() + " → " + media(row).arrow().destination();
        }
        MessageTable messages = index.messages();
        int message = ladder.message(rows[row]);
        return messages.endpoint(messages.source(message))
                + " → "
                + messages.endpoint(messages.destination(message));
    }

    @Override
    public Row row(int row) {
        if (isMedia(row)) {
            String words = visible(media(row).arrow().words());
            return new Row(
                    source(row),
                    destination(row),
                    ArrowKind.MEDIA,
                    new Label(words, words),
                    Set.of(),
                    new Place("", "", time(media(row).arrow().startNanos(), digits), ""));
        }
        int number = rows[row];
        int message = ladder.message(number);
        Ladder.Words words = ladder.words(number);
        String times = ladder.count(number) > 1 ? " ×" + ladder.count(number) : "";
        String what = visible(words.what());
        String method = words.method().isEmpty() ? "" : " (" + visible(words.method()) + ")";
        return new Row(
                source(row),
                destination(row),
                ArrowKind.of(index.messages().type(message)),
                new Label(what + method + times, what + times),
                marks(message, words.hasSdp()),
                place(number));
    }

    private Set<Mark> marks(int message, boolean hasSdp) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (hasSdp) {
            marks.add(Mark.SDP);
        }
        if (index.messages().isRetransmission(message)) {
            marks.add(Mark.REPEATED);
        }
        if (index.messages().isDefective(message)) {
            marks.add(Mark.DEFECTIVE);
        }
        return marks;
    }

    private Place place(int row) {
        int message = ladder.message(row);
        long delta = row == 0 ? 0 : nanos(row) - nanos(row - 1);
        String sign = delta < 0 ? "" : "+";
        return new Place(
                number(dialogs.getOrDefault(index.messages().dialog(message), 0)),
                Integer.toString(index.messages().frame(message)),
                time(nanos(row), digits(message)),
                sign + HumanText.seconds(delta, digits(message)));
    }

    private String number(int dialog) {
        return dialogs.size() < 2 ? "" : "[" + dialog + "]";
    }

    private String time(long nanos, int fineness) {
        return namesDates ? HumanText.moment(nanos, fineness) : HumanText.clock(nanos, fineness);
    }

    @Override
    public Place widest() {
        int frame = 0;
        long longest = 0;
        for (int row = 0; row < ladder.size(); row++) {
            frame = Math.max(frame, index.messages().frame(ladder.message(row)));
            longest = Math.max(longest, row == 0 ? 0 : Math.abs(nanos(row) - nanos(row - 1)));
        }
        return new Place(
                number(dialogs.size()),
                Integer.toString(frame),
                time(0, digits),
                "+" + HumanText.seconds(longest, digits));
    }

    private long nanos(int row) {
        return index.messages().capturedAtNanos(ladder.message(row));
    }

    private int digits(int message) {
        return index.files().get(index.messages().file(message)).timeDigits();
    }

    private static String visible(String text) {
        boolean isLong = text.length() > LONGEST_LABEL;
        return VisibleText.of(isLong ? text.substring(0, LONGEST_LABEL) : text, true)
                + (isLong ? "…" : "");
    }
}
