package org.sipsleuth.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.sip.field.SipGrammar;
import org.sipsleuth.sip.sdp.MediaDescription;
import org.sipsleuth.sip.sdp.RtpDescription;

/// Reads session descriptions (RFC 8866), tolerantly: a line it does not understand, be it the
/// first, is passed over.
public final class SdpParser {

    /// More media descriptions than that are ignored, as a limit against floods.
    static final int MAX_MEDIA = 64;

    private static final int MAX_PORT = 65_535;
    private static final int MAX_CLOCK_RATE = 10_000_000;

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final SdpScan scan = new SdpScan();
    private final List<SdpMedium> media = new ArrayList<>();
    private String origin = "";
    private String session = "";
    private String address = "";
    private String direction = "sendrecv";
    private boolean hasLine;

    private SdpParser(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /// Reads the range, which is [Part#SDP] of a message; empty if none of its lines is one of a
    /// session description.
    public static Optional<SessionDescription> read(byte[] buffer, int from, int to) {
        SdpParser parser = new SdpParser(buffer, from, to);
        SessionDescription description = parser.description();
        return parser.hasLine ? Optional.of(description) : Optional.empty();
    }

    /// See [SessionDescription#codecs].
    static String codecs(byte[] buffer, int from, int to) {
        return new SdpParser(buffer, from, to).codecs();
    }

    private SessionDescription description() {
        readLines();
        List<MediaDescription> descriptions = new ArrayList<>();
        for (SdpMedium medium : media) {
            descriptions.add(medium.description(address, direction));
        }
        return new SessionDescription(origin, session, address, descriptions);
    }

    private String codecs() {
        readLines();
        List<String> names = new ArrayList<>();
        for (SdpMedium medium : media) {
            if (medium.isSpoken()) {
                medium.addCodecs(names);
            }
        }
        names.removeIf("telephone-event"::equalsIgnoreCase);
        return String.join(" ", names);
    }

    private void readLines() {
        scan.begin(from);
        while (scan.next(bytes, to)) {
            int letter = scan.letter(bytes);
            hasLine |= letter != 0;
            if (letter == 'm' && media.size() < MAX_MEDIA) {
                media.add(medium());
            } else if (letter == 'o') {
                origin = word(5);
                session = (word(1) + " " + word(2)).strip();
            } else if (letter == 'c') {
                connection(word(2));
            } else if (letter == 'a') {
                attribute();
            }
        }
    }

    private SdpMedium medium() {
        int number = (int) Math.max(0, Math.min(65_535, port(word(1))));
        SdpMedium medium = new SdpMedium(word(0), number, word(2));
        int p = scan.valueFrom();
        for (int i = 0; i < 3; i++) {
            p = scan.nextWord(bytes, scan.wordTo(bytes, p));
        }
        while (p < scan.lineTo) {
            int end = scan.wordTo(bytes, p);
            medium.addFormat(text(p, end));
            p = scan.nextWord(bytes, end);
        }
        return medium;
    }

    private static long port(String word) {
        byte[] digits = word.getBytes(StandardCharsets.ISO_8859_1);
        int slash = word.indexOf('/');
        return SipGrammar.number(digits, 0, slash < 0 ? digits.length : slash);
    }

    private void connection(String host) {
        if (media.isEmpty()) {
            address = host;
        } else {
            media.getLast().address(host);
        }
    }

    private void attribute() {
        int name = scan.valueFrom();
        int colon = name;
        while (colon < scan.lineTo && bytes[colon] != ':') {
            colon++;
        }
        if (colon == scan.lineTo) {
            flag(text(name, colon));
        } else if (!media.isEmpty()) {
            mediaAttribute(media.getLast(), name, colon);
        }
    }

    private void mediaAttribute(SdpMedium medium, int name, int colon) {
        if (SipGrammar.isWord(bytes, name, colon, "rtpmap")) {
            rtpmap(medium, colon + 1);
        } else if (SipGrammar.isWord(bytes, name, colon, "rtcp")) {
            List<String> words = words(colon + 1, 4);
            long port = port(words.getFirst());
            if (port > 0 && port <= MAX_PORT) {
                medium.rtcp((int) port, words.getLast());
            }
        } else if (SipGrammar.isWord(bytes, name, colon, "candidate")) {
            List<String> words = words(colon + 1, 6);
            long component = port(words.get(1));
            long port = port(words.get(5));
            if ((component == 1 || component == 2) && port > 0 && port <= MAX_PORT) {
                medium.candidate(new RtpDescription.Candidate((int) component, words.get(4), (int) port));
            }
        }
    }

    private void rtpmap(SdpMedium medium, int type) {
        int typeTo = scan.wordTo(bytes, type);
        int encoding = scan.nextWord(bytes, typeTo);
        int encodingTo = slash(encoding);
        int clock = Math.min(encodingTo + 1, scan.lineTo);
        int clockTo = slash(clock);
        long rate = SipGrammar.number(bytes, clock, Math.min(clockTo, scan.wordTo(bytes, clock)));
        medium.map(SipGrammar.number(bytes, type, typeTo), text(encoding, encodingTo),
                rate > 0 && rate <= MAX_CLOCK_RATE ? (int) rate : 0);
    }

    private int slash(int from) {
        int p = from;
        while (p < scan.lineTo && bytes[p] != '/') {
            p++;
        }
        return p;
    }

    /// So many words from a place on, the last ones empty if there are fewer.
    private List<String> words(int from, int count) {
        List<String> words = new ArrayList<>(count);
        int p = from;
        for (int i = 0; i < count; i++) {
            int end = scan.wordTo(bytes, p);
            words.add(text(p, end));
            p = scan.nextWord(bytes, end);
        }
        return words;
    }

    private void flag(String flag) {
        if (!media.isEmpty() && flag.equals("rtcp-mux")) {
            media.getLast().multiplex();
        } else {
            direction(flag);
        }
    }

    private void direction(String flag) {
        boolean known = switch (flag) {
            case "sendrecv", "sendonly", "recvonly", "inactive" -> true;
            default -> false;
        };
        if (known && media.isEmpty()) {
            direction = flag;
        } else if (known) {
            media.getLast().direction(flag);
        }
    }

    private String word(int index) {
        int p = scan.valueFrom();
        for (int i = 0; i < index; i++) {
            p = scan.nextWord(bytes, scan.wordTo(bytes, p));
        }
        return text(p, scan.wordTo(bytes, p));
    }

    private String text(int begin, int end) {
        return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
    }
}
