package org.sipsleuth.app.command.ladder;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.LadderSettings;
import org.sipsleuth.dialog.ladder.layer.ColourBy;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import picocli.CommandLine.Option;

/// The modes of a ladder as options.
public final class ModeOptions {

    /// No frame is marked.
    public static final int NONE = -1;

    @Option(names = "--compressed",
            description = "collapse repeated messages into the row they repeat, with a count") private boolean compressed;

    @Option(names = "--only-sdp", description = "show only messages with SDP") private boolean onlySdp;

    @Option(names = "--no-retransmissions",
            description = "hide retransmissions") private boolean withoutRetransmissions;

    @Option(names = "--transactions", description = "show transactions as brackets") private boolean transactions;

    @Option(names = "--states", description = "show the state of each dialog as a band") private boolean states;

    @Option(names = "--to-scale", description = "vertical spacing in proportion to time") private boolean toScale;

    @Option(names = "--hints", negatable = true, defaultValue = "true", fallbackValue = "true",
            description = {
                "flag messages and streams that show a problem, and unusual messages (no ACK, changed"
                        + " tag, NAT …), and show the reason" + " (default: ${DEFAULT-VALUE})"}) private boolean hints =
                                true;

    @Option(names = "--media",
            description = {
                "show media streams as arrows among the messages, with one line each; not in csv"
                        + " and json"}) private boolean media;

    @Option(names = "--notes",
            description = {
                "also explain each message, with RFC and section: in a column in images, below"
                        + " the ladder in text"}) private boolean notes;

    @Option(names = "--color-by", paramLabel = "WHAT", defaultValue = "class",
            description = {
                "colour and letter arrows by: class, call-id, cseq or"
                        + " transaction (default: ${DEFAULT-VALUE})"}) private String colour = "class";

    @Option(names = "--delta", paramLabel = "FROM", defaultValue = "previous",
            description = {
                "reference for time deltas: previous, start, or a frame number"
                        + " (default: ${DEFAULT-VALUE})"}) private String delta = "previous";

    /// Whether streams of media are wanted.
    public boolean hasMedia() {
        return media;
    }

    /// Whether notes are wanted.
    public boolean hasNotes() {
        return notes;
    }

    /// Whether hints are wanted.
    public boolean hasHints() {
        return hints;
    }

    /// Whether it can be drawn so; if not, the user knows why.
    public boolean areKnown(Terminal terminal) {
        if (colour() == null) {
            terminal.report("ladder: --color-by must be class, call-id, cseq or transaction (got " + colour + ")");
            return false;
        }
        if (deltaTo() == DeltaTo.MARK && !delta.matches("[0-9]{1,9}")) {
            terminal.report("ladder: --delta must be previous, start or a frame number (got " + delta + ")");
            return false;
        }
        return true;
    }

    private @Nullable ColourBy colour() {
        return switch (colour.toLowerCase(Locale.ROOT)) {
            case "class" -> ColourBy.MESSAGE_CLASS;
            case "call-id" -> ColourBy.CALL_ID;
            case "cseq" -> ColourBy.CSEQ;
            case "transaction" -> ColourBy.TRANSACTION;
            default -> null;
        };
    }

    private DeltaTo deltaTo() {
        return switch (delta.toLowerCase(Locale.ROOT)) {
            case "previous" -> DeltaTo.PREVIOUS;
            case "start" -> DeltaTo.START;
            default -> DeltaTo.MARK;
        };
    }

    /// Which rows there are.
    public LadderSettings settings() {
        return LadderSettings.PLAIN.withCompressed(compressed)
                .withOnlySdp(onlySdp)
                .withoutRetransmissions(withoutRetransmissions);
    }

    /// How they are drawn.
    public LadderStyle style() {
        Set<Overlay> overlays = EnumSet.noneOf(Overlay.class);
        add(overlays, Overlay.TRANSACTIONS, transactions);
        add(overlays, Overlay.STATES, states);
        add(overlays, Overlay.TIME, toScale);
        add(overlays, Overlay.MEDIA, media);
        add(overlays, Overlay.HINTS, hasHints());
        ColourBy by = colour();
        return new LadderStyle(by == null ? ColourBy.MESSAGE_CLASS : by, deltaTo(), overlays, LadderStyle.USUAL);
    }

    private static void add(Set<Overlay> overlays, Overlay overlay, boolean isWanted) {
        if (isWanted) {
            overlays.add(overlay);
        }
    }

    /// The reference message for time deltas, or [#NONE].
    ///
    /// @param messages of the ladder
    public int marked(SipIndex index, int[] messages) {
        if (deltaTo() == DeltaTo.MARK) {
            int frame = Integer.parseInt(delta);
            for (int message : messages) {
                if (index.messages().frame(message) == frame) {
                    return message;
                }
            }
        }
        return NONE;
    }

    /// Whether a frame is named that none of the messages has.
    public boolean missesFrame(int marked) {
        return deltaTo() == DeltaTo.MARK && marked == NONE;
    }

    /// The frame that was named.
    public String frame() {
        return delta;
    }
}
