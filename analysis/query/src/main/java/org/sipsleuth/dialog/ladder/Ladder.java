package org.sipsleuth.dialog.ladder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.SipLayout;

/// Messages as a sequence chart: the participants, and which message goes from whom to whom. Drawn
/// by the window, printed by the command line. Immutable.
public final class Ladder {

    private static final String AGAIN = "re-";

    private final SipIndex index;
    private final LadderPlan plan;
    private final LadderRowTable rows;
    private final int[] sources;
    private final int[] destinations;
    private final List<Lifeline> lifelines;
    private final List<PlacedMedia> media;
    private final List<String> hidden;
    private final int left;

    /// The label of an arrow, in parts.
    ///
    /// @param what the method of a request, `re-INVITE` within a dialog; the status code and reason
    ///     phrase of a response
    /// @param method the method that a response answers, according to its CSeq; else empty
    /// @param sdp its session description
    public record Words(String what, String method, SdpLabel sdp) {

        /// `INVITE (SDP sendrecv)`, `200 OK (INVITE)`
        @Override
        public String toString() {
            return what + (method.isEmpty() ? "" : " (" + method + ")")
                    + (sdp.isThere() ? " (" + sdp.text() + ")" : "");
        }
    }

    /// A stream and its position.
    ///
    /// @param row it is before this row; the number of rows if behind the last
    /// @param source the lifeline that it comes from
    /// @param destination the lifeline that it goes to
    public record PlacedMedia(MediaArrow arrow, int row, int source, int destination) {}

    private Ladder(SipIndex index, int[] messages, LadderPlan plan) {
        this.index = index;
        this.plan = plan;
        MessageTable table = index.messages();
        Lanes lanes = new Lanes(plan, key(table, messages, plan), domains(index, messages, plan));
        int[] shown = shown(index, messages, plan.settings(), lanes);
        left = messages.length - shown.length;
        rows = new LadderRowTable(shown,
                plan.settings().compressed() ? RowFolding.rows(index, shown) : RowFolding.apart(shown.length));
        int[] from = new int[rows.size()];
        int[] to = new int[rows.size()];
        for (int row = 0; row < from.length; row++) {
            from[row] = lanes.laneOf(table.endpoint(table.source(rows.message(row))));
            to[row] = lanes.laneOf(table.endpoint(table.destination(rows.message(row))));
        }
        List<PlacedMedia> streams = place(plan.media(), lanes);
        int[] places = lanes.places();
        sources = IntStream.of(from).map(lane -> places[lane]).toArray();
        destinations = IntStream.of(to).map(lane -> places[lane]).toArray();
        media = streams.stream()
                .map(one -> new PlacedMedia(one.arrow(), one.row(), places[one.source()], places[one.destination()]))
                .toList();
        lifelines = lanes.lifelines();
        hidden = lanes.hidden();
    }

    private static LaneKey key(MessageTable table, int[] messages, LadderPlan plan) {
        LaneKey wanted = plan.settings().lanes();
        return wanted == LaneKey.ADDRESS ? LaneKey.ofParties(table, messages) : wanted;
    }

    private static Map<Endpoint, String> domains(SipIndex index, int[] messages, LadderPlan plan) {
        Map<Endpoint, String> domains = new HashMap<>();
        if (plan.settings().lanes() == LaneKey.DOMAIN) {
            UriDomains.of(index, messages).forEach((end, name) -> domains.put(index.messages().endpoint(end), name));
        }
        return domains;
    }

    private static int[] shown(SipIndex index, int[] messages, LadderSettings settings, Lanes lanes) {
        MessageTable table = index.messages();
        SipLayout layout = new SipLayout();
        return IntStream.of(messages)
                .filter(message -> !(settings.withoutRetransmissions() && table.isRetransmission(message)))
                .filter(message -> !settings.onlySdp() || hasSdp(index, message, layout))
                .filter(message -> isSeen(table, message, lanes))
                .toArray();
    }

    private static boolean hasSdp(SipIndex index, int message, SipLayout layout) {
        index.layout(message, layout);
        return layout.has(Part.SDP);
    }

    private static boolean isSeen(MessageTable table, int message, Lanes lanes) {
        boolean isFromHidden = lanes.isHidden(table.endpoint(table.source(message)));
        boolean isToHidden = lanes.isHidden(table.endpoint(table.destination(message)));
        return !isFromHidden && !isToHidden;
    }

    private List<PlacedMedia> place(List<MediaArrow> arrows, Lanes lanes) {
        List<PlacedMedia> placed = new ArrayList<>();
        for (MediaArrow arrow : arrows) {
            boolean isFromHidden = lanes.isHidden(arrow.source());
            boolean isToHidden = lanes.isHidden(arrow.destination());
            if (!isFromHidden && !isToHidden) {
                placed.add(new PlacedMedia(arrow, rowAfter(arrow.startNanos()), lanes.laneOf(arrow.source()),
                        lanes.laneOf(arrow.destination())));
            }
        }
        return placed;
    }

    /// The first row that is later; by halving, as rows are in the order of time but for clocks
    /// that went back.
    private int rowAfter(long nanos) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index.messages().capturedAtNanos(message(middle)) <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The ladder of these messages, in their order. Lifelines are in the order in which they first
    /// send or receive, so that a request's path reads from left to right.
    public static Ladder of(SipIndex index, int[] messages) {
        return of(index, messages, LadderPlan.PLAIN);
    }

    /// The same as the user wants it.
    ///
    /// @param messages in rising order
    public static Ladder of(SipIndex index, int[] messages, LadderPlan plan) {
        return new Ladder(index, messages, plan);
    }

    /// Where its messages are.
    public SipIndex index() {
        return index;
    }

    /// What the user wanted.
    public LadderPlan plan() {
        return plan;
    }

    /// The lifelines from left to right.
    public List<Lifeline> lifelines() {
        return lifelines;
    }

    /// The ids of lifelines that messages had and that the user hid.
    public List<String> hidden() {
        return hidden;
    }

    /// How many messages are in no row.
    public int leftOut() {
        return left;
    }

    /// How many rows there are: one for each message, unless it is compressed.
    public int size() {
        return rows.size();
    }

    /// The number of the message in this row, of several the first.
    public int message(int row) {
        return rows.message(row);
    }

    /// How many messages this row represents.
    public int count(int row) {
        return rows.count(row);
    }

    /// The last of the messages that this row represents.
    public int lastMessage(int row) {
        return rows.lastMessage(row);
    }

    /// The row that shows or counts this message, or -1.
    public int rowOf(int message) {
        return rows.rowOf(message);
    }

    /// The rows that show or count a wanted message.
    public BitSet rowsOf(IntPredicate wanted) {
        return rows.rowsOf(wanted);
    }

    /// The lifeline that the row's message comes from.
    public int source(int row) {
        return sources[row];
    }

    /// The lifeline that it goes to; equal to the source if a host talks to itself.
    public int destination(int row) {
        return destinations[row];
    }

    /// The streams, from top to bottom.
    public List<PlacedMedia> media() {
        return media;
    }

    /// The label of the arrow: `INVITE (SDP sendrecv)`, `re-INVITE (SDP hold, sendonly)`, `180
    /// Ringing`, `200 OK (INVITE)`. Parsed from the message when asked for.
    public String label(int row) {
        return words(row).toString();
    }

    /// The same in parts, for who has little room.
    public Words words(int row) {
        SipLayout layout = new SipLayout();
        byte[] buffer = index.layout(message(row), layout);
        MessageTable table = index.messages();
        String type = table.typeName(table.type(message(row)));
        boolean isReinvite = table.type(message(row)) == MessageTypes.INVITE && table.hasToTag(message(row));
        SdpLabel sdp =
                layout.has(Part.SDP) ? SdpLabel.of(SessionDescription.of(buffer, layout), isReinvite) : SdpLabel.NONE;
        if (layout.isRequest()) {
            return new Words(isReinvite ? AGAIN + type : type, "", sdp);
        }
        String reason = layout.text(Part.REASON, buffer);
        String what = type + (reason.isEmpty() ? "" : " " + reason);
        return new Words(what, layout.text(Part.CSEQ_METHOD, buffer), sdp);
    }
}
