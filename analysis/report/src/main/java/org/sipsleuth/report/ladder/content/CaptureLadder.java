package org.sipsleuth.report.ladder.content;

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
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.dialog.ladder.SdpLabel;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.dialog.ladder.layer.StateSpans;
import org.sipsleuth.dialog.outcome.Outcome;
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
    private final LadderLayers layers;
    private final PictureRows rows;
    private final RowNotes notes;
    private final Wanted wanted;
    private final Map<Integer, Integer> dialogs = new LinkedHashMap<>();
    private final boolean namesDates;
    private final int digits;

    /// A ladder with nothing over and between its rows but the streams it has.
    public CaptureLadder(Ladder ladder) {
        this(new LadderLayers(ladder, LadderStyle.PLAIN.with(Overlay.MEDIA, true)), Wanted.NOTHING);
    }

    /// @param layers the ladder, and what is drawn over it
    public CaptureLadder(LadderLayers layers, Wanted wanted) {
        this.layers = layers;
        this.wanted = wanted;
        ladder = layers.ladder();
        index = ladder.index();
        rows = new PictureRows(layers);
        notes = new RowNotes(ladder, wanted);
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
            return new Head(visible(lifeline.name()), lifeline.hostText(), true);
        }
        String ports =
                lifeline.ports().stream().limit(PORTS_NAMED).map(String::valueOf).collect(Collectors.joining(","));
        boolean more = lifeline.ports().size() > PORTS_NAMED;
        return new Head(visible(lifeline.name()), ports.isEmpty() ? "" : ":" + ports + (more ? ",.." : ""), false);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Extent extent() {
        return Extent.of(layers, notes.exist());
    }

    @Override
    public double roomBefore(int row) {
        return rows.roomBefore(row);
    }

    @Override
    public String pauseBefore(int row) {
        long nanos = rows.breakBefore(row);
        return nanos == 0 ? "" : HumanText.duration(nanos);
    }

    @Override
    public List<Reach> bands(int from, int end) {
        return rows.reaching(layers.states(), from, end, span -> {
            Outcome outcome = StateSpans.outcome(span);
            return new PictureRows.Caption(outcome.text(), StateSpans.isGood(outcome));
        });
    }

    @Override
    public List<Reach> brackets(int from, int end) {
        return rows.reaching(layers.transactions(), from, end, _ -> new PictureRows.Caption("", true));
    }

    @Override
    public int group(int row) {
        RowGroups groups = layers.groups();
        return groups == null || rows.isMedia(row) ? Look.NO_GROUP : groups.of(rows.inLadder(row));
    }

    @Override
    public String groupName(int group) {
        RowGroups groups = layers.groups();
        return groups == null ? "" : visible(groups.name(group));
    }

    @Override
    public int source(int row) {
        return rows.isMedia(row) ? rows.media(row).source() : ladder.source(rows.inLadder(row));
    }

    @Override
    public int destination(int row) {
        return rows.isMedia(row) ? rows.media(row).destination() : ladder.destination(rows.inLadder(row));
    }

    @Override
    public String ends(int row) {
        if (rows.isMedia(row)) {
            MediaArrow stream = rows.media(row).arrow();
            return stream.source() + " → " + stream.destination();
        }
        MessageTable messages = index.messages();
        int message = ladder.message(rows.inLadder(row));
        return messages.endpoint(messages.source(message)) + " → " + messages.endpoint(messages.destination(message));
    }

    @Override
    public boolean isStream(int row) {
        return rows.isMedia(row);
    }

    @Override
    public Row row(int row) {
        if (rows.isMedia(row)) {
            return stream(row);
        }
        int number = rows.inLadder(row);
        int message = ladder.message(number);
        Ladder.Words words = ladder.words(number);
        String times = ladder.count(number) > 1 ? " ×" + ladder.count(number) : "";
        String what = visible(words.what());
        String method = words.method().isEmpty() ? "" : " (" + visible(words.method()) + ")";
        return new Row(source(row), destination(row),
                new Look(ArrowKind.of(index.messages().type(message)), group(row)),
                new Label(what + method + times, what + times, words.sdp()),
                new About(marks(number, message, words.sdp().isThere()), notes.of(number, message)), place(number));
    }

    private Row stream(int row) {
        MediaArrow stream = rows.media(row).arrow();
        String words = visible(stream.words());
        return new Row(source(row), destination(row), Look.of(stream.isControl() ? ArrowKind.CONTROL : ArrowKind.MEDIA),
                new Label(words, words, SdpLabel.NONE), notes.of(stream),
                new Place("", "", time(stream.startNanos(), digits), ""));
    }

    private Set<Mark> marks(int row, int message, boolean hasSdp) {
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
        if (notes.hasHint(row)) {
            marks.add(Mark.HINT);
        }
        if (notes.hasProblem(row)) {
            marks.add(Mark.PROBLEM);
        }
        return marks;
    }

    private Place place(int row) {
        int message = ladder.message(row);
        long delta = delta(row);
        String sign = delta < 0 ? "" : "+";
        return new Place(number(dialogs.getOrDefault(index.messages().dialog(message), 0)), index.frameText(message),
                time(nanos(row), digits(message)), sign + HumanText.seconds(delta, digits(message)));
    }

    private long delta(int row) {
        DeltaTo to = layers.style().delta();
        if (to == DeltaTo.MARK && wanted.marked() >= 0) {
            return nanos(row) - index.messages().capturedAtNanos(wanted.marked());
        }
        return nanos(row) - nanos(to == DeltaTo.START ? 0 : Math.max(0, row - 1));
    }

    private String number(int dialog) {
        return dialogs.size() < 2 ? "" : "[" + dialog + "]";
    }

    private String time(long nanos, int fineness) {
        return namesDates ? HumanText.moment(nanos, fineness) : HumanText.clock(nanos, fineness);
    }

    @Override
    public Place widest() {
        String frame = "";
        long longest = 0;
        for (int row = 0; row < ladder.size(); row++) {
            String its = index.frameText(ladder.message(row));
            frame = its.length() > frame.length() ? its : frame;
            longest = Math.max(longest, Math.abs(delta(row)));
        }
        return new Place(number(dialogs.size()), frame, time(0, digits), "+" + HumanText.seconds(longest, digits));
    }

    @Override
    public String deltaHead() {
        return switch (layers.style().delta()) {
            case PREVIOUS -> LadderContent.super.deltaHead();
            case START -> "s since first";
            case MARK -> wanted.marked() < 0 ? LadderContent.super.deltaHead()
                    : "s since " + index.citation(wanted.marked());
        };
    }

    private long nanos(int row) {
        return index.messages().capturedAtNanos(ladder.message(row));
    }

    private int digits(int message) {
        return index.files().get(index.messages().file(message)).timeDigits();
    }

    private static String visible(String text) {
        boolean isLong = text.length() > LONGEST_LABEL;
        return VisibleText.of(isLong ? text.substring(0, LONGEST_LABEL) : text, true) + (isLong ? "…" : "");
    }
}
