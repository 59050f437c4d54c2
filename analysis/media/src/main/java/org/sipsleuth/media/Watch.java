package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.Arrays;
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
        divide();
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

    /// What is announced after the last message of a dialog is of another call, no leg of it: the end is
    /// no longer its own from then on, and not that call's before.
    private void divide() {
        long[] begins = announced.stream()
                .map(Announcement::lifetime)
                .filter(lifetime -> lifetime.fromNanos() != Long.MIN_VALUE)
                .mapToLong(Announcement.Lifetime::announcedNanos)
                .sorted()
                .toArray();
        announced.replaceAll(each -> untilNext(each, begins));
        List<Announcement> byEnd = new ArrayList<>(announced);
        byEnd.sort(Comparator.comparingLong(each -> each.lifetime().lastNanos()));
        long held = Long.MIN_VALUE;
        int ended = 0;
        for (int i = 0; i < byEnd.size(); i++) {
            Announcement.Lifetime lifetime = announced.get(i).lifetime();
            if (lifetime.fromNanos() != Long.MIN_VALUE) {
                while (byEnd.get(ended).lifetime().lastNanos() < lifetime.announcedNanos()) {
                    held = Math.max(held, byEnd.get(ended++).lifetime().toNanos() + 1);
                }
                long from = Math.max(lifetime.fromNanos(), Math.min(held, lifetime.announcedNanos()));
                announced.set(i, announced.get(i).within(from, lifetime.toNanos()));
            }
        }
    }

    private static Announcement untilNext(Announcement announcement, long[] begins) {
        Announcement.Lifetime lifetime = announcement.lifetime();
        int found = Arrays.binarySearch(begins, lifetime.lastNanos() + 1);
        int next = found < 0 ? -found - 1 : found;
        return next == begins.length || begins[next] > lifetime.toNanos() ? announcement
                : announcement.within(lifetime.fromNanos(), begins[next] - 1);
    }

    /// When the next one is announced, or the largest number.
    long nextNanos(long nanos) {
        int next = place(nanos) + 1;
        return next == announced.size() ? Long.MAX_VALUE : announced.get(next).lifetime().fromNanos();
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

    /// One has ended, and makes room.
    void removeStream() {
        streams--;
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
        int begin = Arrays.binarySearch(until, firstNanos);
        int end = place(lastNanos);
        for (int i = begin < 0 ? -begin - 1 : 0; i <= end && dialogs.size() < MAX_ANNOUNCEMENTS; i++) {
            if (announced.get(i).lifetime().toNanos() >= firstNanos) {
                dialogs.add(announced.get(i).dialog());
            }
        }
        for (int i = end; dialogs.isEmpty() && i >= 0; i--) {
            if (announced.get(i).lifetime().isOpen()) {
                dialogs.add(announced.get(i).dialog());
            }
        }
        return List.copyOf(dialogs);
    }
}
