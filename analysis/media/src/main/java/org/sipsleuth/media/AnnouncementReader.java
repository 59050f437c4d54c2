package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.sdp.MediaDescription;
import org.sipsleuth.sip.sdp.RtpDescription;

/// Reads the media addresses of a dialog from its session descriptions: offers and answers in any
/// message (RFC 3261, RFC 3262, RFC 3311, RFC 6337).
final class AnnouncementReader {

    /// Media may precede their announcement a little, where frames are out of order.
    private static final long EARLY_NANOS = 1_000_000_000L;

    /// The time in which streams may begin after the last message of a dialog that has ended. Whatever
    /// paused for longer has to be of a call that holds its ports then.
    static final long LATE_NANOS = 10_000_000_000L;

    /// The limit of media addresses per dialog, against floods.
    private static final int MOST_OF_A_DIALOG = 256;

    private final SipIndex index;
    private final int dialog;
    private final SipLayout layout = new SipLayout();
    private final List<Announcement> announced = new ArrayList<>();
    private @Nullable String callerTag;
    private boolean isJoined;
    private long lastNanos;

    AnnouncementReader(SipIndex index, int dialog) {
        this.index = index;
        this.dialog = dialog;
    }

    /// All of them, in the order of their messages.
    List<Announcement> read() {
        int[] messages = index.messagesOf(dialog);
        for (int message : messages) {
            if (!index.messages().isRetransmission(message)) {
                lastNanos = Math.max(lastNanos, index.messages().capturedAtNanos(message));
            }
        }
        for (int i = 0; i < messages.length && announced.size() < MOST_OF_A_DIALOG; i++) {
            if (!index.messages().isRetransmission(messages[i])) {
                read(messages[i], i == 0);
            }
        }
        return announced;
    }

    private void read(int message, boolean isFirst) {
        byte[] buffer = index.layout(message, layout);
        String fromTag = layout.text(Part.FROM_TAG, buffer);
        if (callerTag == null) {
            callerTag = fromTag;
        }
        if (isFirst) {
            isJoined = !layout.isRequest() || layout.has(Part.TO_TAG);
        }
        Optional<SessionDescription> session = SessionDescription.of(buffer, layout);
        if (session.isPresent()) {
            boolean isCaller = fromTag.equals(callerTag) == layout.isRequest();
            Announcement.Lifetime lifetime = lifetime(message);
            List<MediaDescription> media = session.get().media();
            for (int i = 0; i < media.size(); i++) {
                add(isCaller ? Party.CALLER : Party.CALLEE, i, lifetime, media.get(i));
            }
        }
    }

    /// If a dialog began before the capture, its media may have begun before it, too.
    private Announcement.Lifetime lifetime(int message) {
        long announcedAt = index.messages().capturedAtNanos(message);
        long from = isJoined ? Long.MIN_VALUE : announcedAt - EARLY_NANOS;
        long last = index.dialogs().startNanos(dialog) + index.dialogs().durationNanos(dialog);
        boolean isOpen = isOpen(DialogOutcome.of(index, dialog).outcome());
        long to = last + (isOpen ? Watch.SILENCE_NANOS : LATE_NANOS);
        return new Announcement.Lifetime(from, announcedAt, lastNanos, to, isOpen);
    }

    private static boolean isOpen(Outcome outcome) {
        return outcome.isOpen() || outcome == Outcome.SUCCEEDED;
    }

    private void add(Party party, int medium, Announcement.Lifetime lifetime, MediaDescription description) {
        int port = description.port();
        if (port == 0) {
            return; // rejected
        }
        RtpDescription rtp = description.rtp();
        String host = description.address();
        Ends ends = new Ends(party, medium, lifetime, description);
        ends.add(host, port, false);
        int rtcpPort = rtp.rtcpPort() > 0 ? rtp.rtcpPort() : port + 1;
        if (rtcpPort != port && rtcpPort <= 65_535) {
            ends.add(rtp.rtcpAddress().isEmpty() ? host : rtp.rtcpAddress(), rtcpPort, true);
        }
        for (RtpDescription.Candidate candidate : rtp.candidates()) {
            ends.add(candidate.address(), candidate.port(), candidate.component() == 2);
        }
    }

    /// The media addresses of one media description.
    private final class Ends {
        private final Party party;
        private final int medium;
        private final Announcement.Lifetime lifetime;
        private final MediaDescription description;

        Ends(Party party, int medium, Announcement.Lifetime lifetime, MediaDescription description) {
            this.party = party;
            this.medium = medium;
            this.lifetime = lifetime;
            this.description = description;
        }

        void add(String host, int port, boolean isRtcp) {
            Announcement end = new Announcement(dialog, party, medium, isRtcp, port,
                    MediaPoint.of(host, port).orElse(null), lifetime, description);
            if (announced.size() < MOST_OF_A_DIALOG && announced.stream().noneMatch(end::isSame)) {
                announced.add(end);
            }
        }
    }
}
