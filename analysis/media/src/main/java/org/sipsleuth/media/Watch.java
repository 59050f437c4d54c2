package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.sip.sdp.RtpFormat;

/// A monitored media address with all its announcements.
final class Watch {

    /// The idle time after which a dialog whose end was not captured counts as ended.
    static final long SILENCE_NANOS = 60_000_000_000L;

    private static final int MAX_ANNOUNCEMENTS = 64;

    /// So that streams without number towards one end leave room for those towards others.
    private static final int MOST_STREAMS = 1_024;

    private final List<Announcement> announced = new ArrayList<>(2);

    /// The time up to which streams may begin, by the announcements up to an index.
    private long[] until = new long[0];

    private long openFrom = Long.MAX_VALUE;
    private long openUntil = Long.MIN_VALUE;
    private boolean acceptsRtp;
    private int streams;

    void add(Announcement announcement) {
        announced.add(announcement);
    }

    /// Marks the announcements as complete.
    void seal() {
        announced.sort(Comparator.comparingLong(each -> each.lifetime().fromNanos()));
        announced.replaceAll(this::untilNext);
        until = new long[announced.size()];
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < until.length; i++) {
            Announcement.Lifetime lifetime = announced.get(i).lifetime();
            latest = Math.max(latest, lifetime.toNanos());
            until[i] = latest;
            acceptsRtp |= !announced.get(i).isRtcp();
            if (lifetime.isOpen()) {
                openFrom = Math.min(openFrom, lifetime.fromNanos());
            }
        }
    }

    /// An announcement up to the next one by a dialog that begins after the last message of its own:
    /// that is another call, no leg of this one.
    private Announcement untilNext(Announcement announcement) {
        Announcement.Lifetime lifetime = announcement.lifetime();
        for (int i = place(lifetime.lastNanos()) + 1; i < announced.size(); i++) {
            long next = announced.get(i).lifetime().fromNanos();
            if (next >= lifetime.toNanos()) {
                break;
            }
            if (announced.get(i).dialog() != announcement.dialog()) {
                return announcement.until(next - 1);
            }
        }
        return announcement;
    }

    /// The last announcement up to a time, or else the first.
    Announcement nearest(long nanos) {
        return announced.get(Math.max(0, place(nanos)));
    }

    /// The announcements, in the order of time.
    List<Announcement> announced() {
        return announced;
    }

    /// Whether a stream may begin at a time.
    boolean isOpen(long nanos, boolean isRtcp) {
        int place = place(nanos);
        return place >= 0 && (isRtcp || acceptsRtp)
                && (until[place] >= nanos || (openFrom <= nanos && openUntil >= nanos));
    }

    /// Records a packet: dialogs whose end was not captured stay open.
    void flowed(long nanos) {
        if (openFrom <= nanos) {
            openUntil = Math.max(openUntil, nanos + SILENCE_NANOS);
        }
    }

    /// Another stream begins.
    ///
    /// @return whether there is room for it
    boolean mayAddStream() {
        return streams++ < MOST_STREAMS;
    }

    /// The index of the last announcement up to a time, or -1.
    private int place(long nanos) {
        int low = 0;
        int high = announced.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (announced.get(middle).lifetime().fromNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /// The format of a payload type at a time: as last announced before it, or else first after it.
    Optional<RtpFormat> format(int payloadType, long nanos) {
        int place = place(nanos);
        for (int i = place; i >= 0 && i > place - MAX_ANNOUNCEMENTS; i--) {
            Optional<RtpFormat> found = format(announced.get(i), payloadType);
            if (found.isPresent()) {
                return found;
            }
        }
        int end = (int) Math.min(announced.size(), (long) place + 1 + MAX_ANNOUNCEMENTS);
        for (int i = place + 1; i < end; i++) {
            Optional<RtpFormat> found = format(announced.get(i), payloadType);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<RtpFormat> format(Announcement announcement, int payloadType) {
        return announcement.description()
                .rtp()
                .formats()
                .stream()
                .filter(format -> format.payloadType() == payloadType)
                .findFirst();
    }

    /// The dialogs that announced it and were active during the stream; else the last one that
    /// media kept active.
    List<Integer> dialogs(long firstNanos, long lastNanos) {
        Set<Integer> dialogs = new LinkedHashSet<>();
        int kept = -1;
        for (Announcement each : announced) {
            Announcement.Lifetime lifetime = each.lifetime();
            if (lifetime.fromNanos() > lastNanos || dialogs.size() >= MAX_ANNOUNCEMENTS) {
                break;
            }
            if (lifetime.toNanos() >= firstNanos) {
                dialogs.add(each.dialog());
            } else if (lifetime.isOpen()) {
                kept = each.dialog();
            }
        }
        return dialogs.isEmpty() && kept >= 0 ? List.of(kept) : List.copyOf(dialogs);
    }
}
