package org.sipsleuth.simulate.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.simulate.mutation.Place.Kind;

/// Finds the parts of a message that can be damaged. The message is well-formed, so that a simple
/// scan is enough.
final class Places {

    private static final Pattern URI = Pattern.compile("sips?:[^>;\\s,\"]+");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d+\\b");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final String VERSION = "SIP/2.0";

    private final String text;
    private final List<Place> places = new ArrayList<>();

    private Places(byte[] message) {
        this.text = new String(message, StandardCharsets.ISO_8859_1); // one character a byte
    }

    /// The parts of a message.
    static List<Place> of(byte[] message) {
        Places found = new Places(message);
        found.read();
        return found.places;
    }

    private void read() {
        int at = text.indexOf("\r\n");
        startLine(at);
        at += 2;
        while (!text.startsWith("\r\n", at)) {
            int end = text.indexOf("\r\n", at);
            header(at, end);
            at = end + 2;
        }
        body(at + 2);
    }

    private void startLine(int to) {
        int version = text.indexOf(VERSION);
        add("start line", Kind.VERSION, version, version + VERSION.length());
        if (version == 0) {
            numbers("status code", 8, 11);
            return;
        }
        int space = text.indexOf(' ');
        add("start line", Kind.METHOD, 0, space);
        add("Request-URI", Kind.URI, space + 1, version - 1);
        add("start line", Kind.END, to, to + 2);
    }

    private void header(int from, int to) {
        int colon = text.indexOf(':', from);
        String name = text.substring(from, colon);
        add(name, Kind.LINE, from, to + 2);
        add(name, Kind.NAME, from, colon);
        int value = colon + 2;
        add(name, Kind.VALUE, value, to);
        add(name, Kind.END, to, to + 2);
        all(URI, Kind.URI, name + " URI", value, to);
        all(QUOTED, Kind.QUOTED, name, value, to);
        switch (name) {
            case "CSeq", "Content-Length", "l", "Max-Forwards", "Expires" -> all(NUMBER, Kind.NUMBER, name, value, to);
            default -> {
            }
        }
    }

    private void body(int from) {
        int at = from;
        while (at < text.length()) {
            int end = text.indexOf("\r\n", at);
            if (end < 0) {
                return;
            }
            String name = text.substring(at, Math.min(at + 2, end)) + " line";
            add(name, Kind.LINE, at, end + 2);
            if (end - at > 2) {
                add(name, Kind.VALUE, at + 2, end);
            }
            if (text.startsWith("m=", at) || text.startsWith("o=", at)) {
                all(NUMBER, Kind.NUMBER, name, at + 2, end);
            }
            at = end + 2;
        }
    }

    private void numbers(String name, int from, int to) {
        all(NUMBER, Kind.NUMBER, name, from, to);
    }

    private void all(Pattern pattern, Kind kind, String name, int from, int to) {
        Matcher matcher = pattern.matcher(text).region(from, to);
        while (matcher.find()) {
            add(name, kind, matcher.start(), matcher.end());
        }
    }

    private void add(String name, Kind kind, int from, int to) {
        if (to > from) {
            places.add(new Place(name, kind, from, to));
        }
    }
}
