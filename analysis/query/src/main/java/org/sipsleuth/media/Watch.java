package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.sip.sdp.RtpFormat;

/// An end of media that is watched: all that was told of it, and by whom.
final class Watch {

    /// How long nothing may flow until a dialog whose end was not captured is taken to have ended.
    static final long SILENCE_NANOS = 60_000_000_000L;

    private static final int MOST_DIALOGS_TOLD = 64;

    /// So that streams without number towards one end leave room for those towards others.
    private static final int MOST_STREAMS = 1_024;

    private final List<Announcement> told = new ArrayList<>(2);

    /// Up to when streams may begin, by all that was told up to a place.
    private long[] until = new long[0];

    private long openFrom = Long.MAX_VALUE;
    private long openUntil = Long.MIN_VALUE;
    private boolean takesRtp;
    private int streams;

    void add(Announcement announcement) {
        told.add(announcement);
    }

    /// Says that nothing more is added.
    void seal() {
        told.sort(Comparator.comparingLong(each -> each.lifetime().fromNanos()));
        until = new long[told.size()];
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < until.length; i++) {
            Announcement.Lifetime lifetime = told.get(i).lifetime();
            latest = Math.max(latest, lifetime.toNanos());
            until[i] = latest;
            takesRtp |= !told.get(i).isRtcp();
            if (lifetime.isOpen()) {
                openFrom = Math.min(openFrom, lifetime.fromNanos());
            }
        }
    }

    /// What was told last up to a time, or else first.
    Announcement nearest(long nanos) {
        return told.get(Math.max(0, place(nanos)));
    }

    /// The announcements, in the order of time.
    List<Announcement> told() {
        return told;
    }

    /// Whether a stream may begin at a time.
    boolean isOpen(long nanos, boolean isRtcp) {
        int place = place(nanos);
        return place >= 0
                && (isRtcp || takesRtp)
                && (until[place] >= nanos || (openFrom <= nanos && openUntil >= nanos));
    }

    /// Something flowed: dialogs whose end was not captured go on.
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

    /// The last place that was told up to a time, or -1.
    private int place(long nanos) {
        int low = 0;
        int high = told.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (told.get(middle).lifetime().fromNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /// What a payload type stands for at a time: as was told last before, or else first after.
    Optional<RtpFormat> format(int payloadType, long nanos) {
        int place = place(nanos);
        for (int i = place; i >= 0 && i > place - MOST_DIALOGS_TOLD; i--) {
            Optional<RtpFormat> found = format(told.get(i), payloadType);
            if (found.isPresent()) {
                return found;
            }
        }
        int end = (int) Math.min(told.size(), (long) place + 1 + MOST_DIALOGS_TOLD);
        for (int i = place + 1; i < end; i++) {
            Optional<RtpFormat> found = format(told.get(i), payloadType);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<RtpFormat> format(Announcement announcement, int payloadType) {
        return announcement.description().rtp().formats().stream()
                .filter(format -> format.payloadType() == payloadType)
                .findFirst();
    }

    /// The dialogs that told of it and lived while a stream did; else the last that media kept
    /// alive.
    List<Integer> dialogs(long firstNanos, long lastNanos) {
        Set<Integer> dialogs = new LinkedHashSet<>();
        int kept = -1;
        for (Announcement each : told) {
            Announcement.Lifetime lifetime = each.lifetime();
            if (lifetime.fromNanos() > lastNanos || dialogs.size() >= MOST_DIALOGS_TOLD) {
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
