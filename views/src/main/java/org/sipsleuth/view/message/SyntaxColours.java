package org.sipsleuth.view.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.sip.HeaderField;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.view.message.text.StyledRange;
import org.sipsleuth.view.ui.MessageClass;

/// Finds the parts of a message that are drawn in colours, by their offsets in its bytes.
///
/// Its patterns never try a character twice, so that the cost grows with the length of the text
/// whatever the text is.
final class SyntaxColours {

    /// Any number that the message table assigns to a method.
    private static final int ANY_METHOD = 1000;

    private static final Pattern URI_IN_BRACKETS = Pattern.compile("<(?<uri>[A-Za-z][A-Za-z0-9+.-]*+:[^\\s<>\"]++)");
    private static final Pattern BARE_URI = Pattern.compile("(?<![<A-Za-z])(?<uri>(?i:sips?|tel):[^\\s<>\",;]++)");
    private static final Pattern IDENTITY =
            Pattern.compile(";\\s*+(?i:(?<name>tag|branch))\\s*+=\\s*+(?<value>[^\\s;,>\"]++)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\\\\\r\\n]*+\"");
    private static final Pattern SDP_LINE = Pattern.compile("(?m)^(?<type>[a-z]=)(?<value>[^\\r\\n]*+)");

    private final List<StyledRange> ranges = new ArrayList<>();
    private final String text;

    private SyntaxColours(String text) {
        this.text = text;
    }

    /// The ranges of the first `limit` bytes; later ones override earlier ones.
    static List<StyledRange> of(SipMessage message, int limit) {
        SyntaxColours colours = new SyntaxColours(message.text());
        colours.startLine(message);
        for (HeaderField field : message.headerFields()) {
            if (field.offset() < limit) {
                colours.headerField(field, limit);
            }
        }
        if (message.bodyOffset() < limit) {
            colours.body(message, limit);
        }
        return colours.ranges;
    }

    private void startLine(SipMessage message) {
        String line = message.startLine();
        int from = Math.max(0, text.indexOf(line));
        int firstGap = line.indexOf(' ');
        int lastGap = line.lastIndexOf(' ');
        if (firstGap < 0) {
            return;
        }
        switch (message) {
            case SipRequest _ -> {
                add(from, from + firstGap, "start-line");
                add(from, from + firstGap, MessageClass.of(ANY_METHOD).styleClass());
                add(from + firstGap + 1, from + lastGap, "uri");
                add(from + lastGap + 1, from + line.length(), "version");
            }
            case SipResponse response -> {
                add(from, from + firstGap, "version");
                add(from + firstGap + 1, from + line.length(), "start-line");
                String colour = MessageClass.of(response.statusCode()).styleClass();
                add(from + firstGap + 1, from + line.length(), colour);
            }
        }
    }

    private void headerField(HeaderField field, int limit) {
        int nameTo = field.offset() + field.name().length();
        int to = Math.min(field.offset() + field.length(), Math.min(text.length(), limit));
        add(field.offset(), Math.min(nameTo, to), "header-name");
        if (!field.name().equalsIgnoreCase(field.canonicalName())) {
            add(field.offset(), Math.min(nameTo, to), "compact-name");
        }
        if (nameTo >= to) {
            return;
        }
        if (field.canonicalName().equals("Call-ID")) {
            add(Math.min(nameTo + 1, to), to, "call-id");
            return;
        }
        all(QUOTED, nameTo, to, "quoted");
        all(URI_IN_BRACKETS, nameTo, to, "uri");
        all(BARE_URI, nameTo, to, "uri");
        Matcher identity = IDENTITY.matcher(text).region(nameTo, to);
        while (identity.find()) {
            String style = identity.group("name").toLowerCase(Locale.ROOT);
            add(identity.start("value"), identity.end("value"), style);
        }
    }

    private void body(SipMessage message, int limit) {
        if (message.sdp().isEmpty()) {
            return;
        }
        int to = Math.min(message.body().sdpEnd(), limit);
        int from = Math.min(message.body().sdpOffset(), to);
        Matcher line = SDP_LINE.matcher(text).region(from, to);
        while (line.find()) {
            add(line.start("type"), line.end("type"), "sdp-type");
            boolean media = text.charAt(line.start("type")) == 'm';
            add(line.start("value"), line.end("value"), media ? "sdp-media" : "sdp-value");
        }
    }

    private void all(Pattern pattern, int from, int to, String style) {
        Matcher matcher = pattern.matcher(text).region(from, to);
        boolean named = pattern.namedGroups().containsKey("uri");
        while (matcher.find()) {
            int start = named ? matcher.start("uri") : matcher.start();
            add(start, matcher.end(), style);
        }
    }

    private void add(int from, int to, String style) {
        if (from < to) {
            ranges.add(new StyledRange(from, to, style));
        }
    }
}
