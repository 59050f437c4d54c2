package org.sipsleuth.ngram.embedding;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Replaces values of session descriptions (RFC 8866) that are new in each message, or in each
/// network. Other bodies have no such lines.
final class SessionNormaliser {

    /// Attributes whose values are numbers, candidates or secrets of one session.
    private static final Set<String> ATTRIBUTES = Set.of("rtcp", "ssrc", "candidate", "crypto", "ice-ufrag", "ice-pwd",
            "fingerprint", "msid", "ssrc-group", "remote-candidates", "rtpmap-id", "cname", "zrtp-hash");

    private static final int MOST_NAME = 32;

    private final byte[] text;
    private final boolean network;
    private final ReplacedRanges ranges;

    SessionNormaliser(byte[] text, boolean network, ReplacedRanges ranges) {
        this.text = text;
        this.network = network;
        this.ranges = ranges;
    }

    void lines(int from, int to) {
        int line = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text[i] == '\n') {
                int end = i > line && text[i - 1] == '\r' ? i - 1 : i;
                if (end - line > 2 && text[line + 1] == '=') {
                    line(text[line], line + 2, end);
                }
                line = i + 1;
            }
        }
    }

    private void line(byte type, int from, int to) {
        switch (type) {
            case 'o' -> origin(from, to);
            case 'c' -> word(from, to, 2, network);
            case 'm' -> word(from, to, 1, true);
            case 't' -> {
                word(from, to, 0, true);
                word(from, to, 1, true);
            }
            case 's', 'i', 'u', 'e', 'p' -> {
                if (network && Usual.name(text, from, to)) {
                    ranges.add(from, to);
                }
            }
            case 'a' -> attribute(from, to);
            default -> {
            }
        }
    }

    private void origin(int from, int to) {
        word(from, to, 0, network);
        word(from, to, 1, true);
        word(from, to, 2, true);
        word(from, to, 5, network);
    }

    /// Replaces one of the words of a line, counted from 0.
    private void word(int from, int to, int number, boolean replaced) {
        int word = from;
        for (int i = 0; i < number; i++) {
            while (word < to && text[word] != ' ') {
                word++;
            }
            word++;
        }
        int end = word;
        while (end < to && text[end] != ' ') {
            end++;
        }
        if (replaced && word < end && Usual.value(text, word, end)) {
            ranges.add(word, end);
        }
    }

    private void attribute(int from, int to) {
        int colon = from;
        while (colon < to && colon - from < MOST_NAME && text[colon] != ':') {
            colon++;
        }
        if (colon < to && text[colon] == ':') {
            String name = new String(text, from, colon - from, StandardCharsets.ISO_8859_1);
            if (ATTRIBUTES.contains(name) && Usual.value(text, colon + 1, to)) {
                ranges.add(colon + 1, to);
            }
        }
    }
}
