package org.sipsleuth.dialog.ladder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.sdp.MediaDescription;

/// The label of a session description at an arrow.
///
/// @param isThere whether the message has one
/// @param direction `sendrecv`, `sendonly`, `recvonly` or `inactive`, as its sender sees it, `no address`
///     for 0.0.0.0; several separated by `/`; empty if it has no media
/// @param isHold whether it puts the call on hold
public record SdpLabel(boolean isThere, String direction, boolean isHold) {

    /// Of a message without session description.
    public static final SdpLabel NONE = new SdpLabel(false, "", false);

    private static final String NAME = "SDP";
    private static final String NO_ADDRESS = "no address";
    private static final String BOTH_WAYS = "sendrecv";
    private static final String HOLD = "hold";

    /// @param isReinvite whether it is the offer of a re-INVITE
    static SdpLabel of(Optional<SessionDescription> session, boolean isReinvite) {
        List<MediaDescription> all = session.map(SessionDescription::media).orElse(List.of());
        List<MediaDescription> open = all.stream().filter(media -> media.port() != 0).toList();
        List<MediaDescription> audio = open.stream().filter(media -> media.type().equals("audio")).toList();
        List<MediaDescription> heard = audio.isEmpty() ? open : audio;
        return new SdpLabel(true, heard.stream().map(SdpLabel::direction).distinct().collect(Collectors.joining("/")),
                isReinvite && !heard.isEmpty() && heard.stream().allMatch(MediaDescription::isHold));
    }

    private static String direction(MediaDescription media) {
        return media.isNowhere() ? NO_ADDRESS : media.direction();
    }

    /// `SDP sendrecv`, `SDP hold, sendonly`; empty without session description.
    public String text() {
        String hold = isHold ? " " + HOLD + "," : "";
        return isThere ? NAME + hold + (direction.isEmpty() ? "" : " " + direction) : "";
    }

    /// The same for who has little room, without what is usual: `SDP`, `hold`, `sendonly`.
    public String brief() {
        return !isThere ? "" : isHold ? HOLD : isUsual() ? NAME : direction;
    }

    /// Whether media goes both ways, or none is described.
    public boolean isUsual() {
        return !isHold && (direction.isEmpty() || direction.equals(BOTH_WAYS));
    }
}
