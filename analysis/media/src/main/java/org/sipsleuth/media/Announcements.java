package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// The media addresses of some dialogs: matches packets to the dialogs.
final class Announcements {

    private static final int DIALOGS_BETWEEN_LOOKS = 256;
    private static final int PORTS = 1 << 16;

    /// Calls between the same two ports that are looked at, the latest first.
    private static final int MOST_PAIRS_TRIED = 64;

    private static final int MOST_MESSAGES_TRIED = 64;

    /// Ends of both sides that are paired; of more, made to be many, only their addresses count.
    private static final int MOST_PAIRS_OF_A_DIALOG = 64;

    private final SipIndex index;
    private final Map<MediaPoint, Watch> points = new HashMap<>();

    /// By the ports of sender and receiver, in one number: the announcements of the receivers.
    private final Map<Integer, Watch> pairs = new HashMap<>();

    private final BitSet chosen = new BitSet();
    private boolean hasOthers;
    private final BitSet ports = new BitSet(PORTS);

    private Announcements(SipIndex index) {
        this.index = index;
    }

    /// Reads the session descriptions of dialogs, and those of other calls that may hold the same ports
    /// before or after them.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Announcements of(SipIndex index, int[] dialogs, RunMonitor monitor) {
        Announcements all = new Announcements(index);
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (int i = 0; i < dialogs.length; i++) {
            if (i % DIALOGS_BETWEEN_LOOKS == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress("Reading session descriptions", i, dialogs.length));
            }
            all.chosen.set(dialogs[i]);
            all.add(new AnnouncementReader(index, dialogs[i]).read());
            from = Math.min(from, index.dialogs().startNanos(dialogs[i]));
            to = Math.max(to, endNanos(index, dialogs[i]));
        }
        for (int other = 0; other < index.dialogs().size(); other++) {
            boolean isNear = index.dialogs().startNanos(other) <= to && endNanos(index, other) >= from;
            if (isNear && index.dialogs().isCall(other) && !all.isChosen(other)
                    && DialogOutcome.of(index, other).outcome().isAnswered()) {
                monitor.throwIfCancelled();
                all.add(new AnnouncementReader(index, other).read());
            }
        }
        all.points.values().forEach(Watch::seal);
        all.pairs.values().forEach(Watch::seal);
        return all;
    }

    /// When media may follow a dialog no longer.
    private static long endNanos(SipIndex index, int dialog) {
        return index.dialogs().startNanos(dialog) + index.dialogs().durationNanos(dialog) + Watch.SILENCE_NANOS;
    }

    /// Those of other dialogs count only at ends of the chosen ones.
    private void add(List<Announcement> ofDialog) {
        int paired = 0;
        for (Announcement each : ofDialog) {
            MediaPoint point = each.point();
            if (point != null) {
                add(each, point, points);
            }
            for (Announcement other : ofDialog) {
                boolean answers = other.party() != each.party() && other.medium() == each.medium()
                        && other.isRtcp() == each.isRtcp();
                if (answers && paired++ < MOST_PAIRS_OF_A_DIALOG) {
                    add(each, pair(other.port(), each.port()), pairs);
                }
            }
        }
    }

    private <K> void add(Announcement announcement, K end, Map<K, Watch> watches) {
        if (isChosen(announcement.dialog())) {
            ports.set(announcement.port());
            watches.computeIfAbsent(end, _ -> new Watch()).add(announcement);
        } else if (watches.containsKey(end)) {
            watches.get(end).add(announcement);
            hasOthers = true;
        }
    }

    /// Whether other dialogs hold ends of the chosen ones.
    boolean hasOthers() {
        return hasOthers;
    }

    boolean isChosen(int dialog) {
        return chosen.get(dialog);
    }

    private static int pair(int from, int to) {
        return from << Short.SIZE | to;
    }

    boolean isEmpty() {
        return ports.isEmpty();
    }

    /// Whether a packet between two ports can be media of the dialogs.
    boolean mayMatch(int sourcePort, int destinationPort) {
        return ports.get(destinationPort) || ports.get(sourcePort);
    }

    /// Matches the first packet of a stream to the dialogs, by their announced addresses.
    Optional<StreamTally.Found> byAddress(MediaPoint source, MediaPoint destination, long nanos, boolean isRtcp) {
        Watch to = points.get(destination);
        if (to != null && to.isOpen(nanos, isRtcp)) {
            return Optional
                    .of(new StreamTally.Found(to, points.getOrDefault(source, to), MediaMatch.DESTINATION, false));
        }
        Watch from = points.get(source);
        if (from != null && from.isOpen(nanos, isRtcp)) {
            return Optional
                    .of(new StreamTally.Found(from, points.getOrDefault(destination, from), MediaMatch.SOURCE, true));
        }
        return Optional.empty();
    }

    /// Matches the first packet of a stream to one of the dialogs, by the ports of both sides.
    Optional<StreamTally.Found> byPorts(MediaPoint source, MediaPoint destination, long nanos, boolean isRtcp) {
        Watch pair = pairs.get(pair(source.port(), destination.port()));
        if (pair == null || !pair.isOpen(nanos, isRtcp)) {
            return Optional.empty();
        }
        Collection<Announcement> announced = pair.announced().reversed();
        int tried = 0;
        for (Announcement each : announced) {
            Announcement.Lifetime lifetime = each.lifetime();
            if (lifetime.fromNanos() > nanos || lifetime.toNanos() < nanos) {
                continue;
            }
            if (tried++ == MOST_PAIRS_TRIED) {
                break;
            }
            if (takesPart(each, source) || takesPart(each, destination)) {
                Watch alone = new Watch();
                alone.add(each);
                alone.seal();
                return Optional.of(new StreamTally.Found(alone, pair, MediaMatch.PORTS, false));
            }
        }
        return Optional.empty();
    }

    /// Whether an address is one of the dialog's signalling.
    private boolean takesPart(Announcement announcement, MediaPoint end) {
        int[] messages = index.messagesOf(announcement.dialog());
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < Math.min(messages.length, MOST_MESSAGES_TRIED); i++) {
            int source = index.messages().source(messages[i]);
            int destination = index.messages().destination(messages[i]);
            for (int number : new int[]{source, destination}) {
                if (!seen.contains(number)) {
                    seen.add(number);
                    Endpoint endpoint = index.messages().endpoint(number);
                    if (MediaPoint.of(endpoint.address(), 0).hasAddressOf(end)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
