package org.sipsleuth.media.fault;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.sip.sdp.MediaDescription;
import org.sipsleuth.sip.sdp.RtpFormat;

/// What the checks ask of a media description.
final class Media {

    /// Formats that accompany a codec and are none themselves.
    private static final Set<String> BESIDE_CODECS = Set.of("telephone-event", "cn", "red", "tone", "ulpfec", "rtx");

    private static final String EVENT = "telephone-event";

    private Media() {}

    static boolean isAudio(MediaDescription media) {
        return media.type().equals("audio");
    }

    /// Whether it is fax over IP (T.38).
    static boolean isFax(MediaDescription media) {
        return media.type().equals("image") && media.port() != 0;
    }

    static Optional<InetAddress> address(MediaDescription media) {
        return Addresses.literal(media.address());
    }

    /// Whether it is carried as RTP.
    static boolean isRtp(MediaDescription media) {
        return media.protocol().toUpperCase(Locale.ROOT).contains("RTP/");
    }

    /// Whether its RTP is encrypted, by its profile.
    static boolean isSecure(MediaDescription media) {
        return media.protocol().toUpperCase(Locale.ROOT).contains("SAVP");
    }

    /// Whether an encoding is that of DTMF (RFC 4733).
    static boolean isEvent(String encoding) {
        return encoding.equalsIgnoreCase(EVENT);
    }

    static boolean hasEvents(MediaDescription media) {
        return media.rtp().formats().stream().anyMatch(format -> isEvent(format.encoding()));
    }

    /// Whether an encoding is a codec of its own.
    static boolean isCodec(String encoding) {
        return !encoding.isEmpty() && !BESIDE_CODECS.contains(encoding.toLowerCase(Locale.ROOT));
    }

    /// The codecs of a description.
    static List<RtpFormat> codecs(MediaDescription media) {
        return media.rtp().formats().stream().filter(format -> isCodec(format.encoding())).toList();
    }

    /// Whether all payload types have a name.
    static boolean isAllNamed(MediaDescription media) {
        return media.rtp().formats().size() == media.rtp().payloadTypes().size();
    }

    /// Whether two formats are the same codec: by name and clock, where both name one.
    static boolean isSame(RtpFormat one, RtpFormat other) {
        boolean isSameClock = one.clockRate() == other.clockRate() || one.clockRate() == 0 || other.clockRate() == 0;
        return isSameClock && family(one.encoding()).equals(family(other.encoding()));
    }

    /// Annexes of G.729 and G.723 have names of their own that old devices write.
    private static String family(String encoding) {
        String name = encoding.toUpperCase(Locale.ROOT).replace(".", "");
        return name.startsWith("G729") ? "G729" : name.startsWith("G723") ? "G723" : name;
    }

    /// The encoding names, as a list for people.
    static String names(List<RtpFormat> formats) {
        return String.join(", ", formats.stream().map(RtpFormat::encoding).distinct().toList());
    }
}
