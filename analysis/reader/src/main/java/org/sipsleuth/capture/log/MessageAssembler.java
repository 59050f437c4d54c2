package org.sipsleuth.capture.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the lines of a message together as they were sent: each ends with CR LF, and the body is as
/// long as Content-Length states, as far as the log has it.
final class MessageAssembler {

    /// Messages longer than this are kept in part.
    static final int LONGEST_MESSAGE_BYTES = 200_000;

    private static final String END = "\r\n";
    private static final int MOST_DIGITS = 7;

    private static final Pattern VIA = Pattern.compile("SIP\\s{0,4}/\\s{0,4}2\\.0\\s{0,4}/\\s{0,4}([A-Za-z]{1,8})\\b");

    /// Without one of these the header is not whole, where no empty line ends it.
    private static final Set<String> MANDATORY = Set.of("via", "from", "to", "call-id", "cseq");

    private final MessageLines lines;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> names = new HashSet<>();
    private String transport = "";
    private long contentLength = -1;
    private boolean hasType;
    private boolean isHeaderEnded;
    private long missing;

    /// @param statedBytes how long the log states it to be; -1 if it does not
    MessageAssembler(MessageLines lines, int statedBytes) {
        this.lines = lines;
        text.append(lines.start()).append(END);
        header();
        if (isHeaderEnded && (contentLength > 0 || (contentLength < 0 && hasType))) {
            body();
        }
        if (!isHeaderEnded) {
            boolean isWhole = contentLength == 0 || (contentLength < 0 && names.containsAll(MANDATORY));
            missing = isWhole ? 0 : Math.max(1, contentLength);
            text.append(isWhole ? END : "");
        }
        if (contentLength < 0 && statedBytes > text.length() + END.length()) {
            missing = (long) statedBytes - text.length();
        }
    }

    /// Its bytes.
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// What its first Via names as its transport; empty if it has none.
    String transport() {
        return transport;
    }

    /// How many bytes of it the log does not have, at least; 0 if it has all.
    long missing() {
        return missing;
    }

    private void header() {
        while (text.length() < LONGEST_MESSAGE_BYTES) {
            String line = lines.next(false);
            if (line == null) {
                return;
            }
            if (line.isBlank()) {
                text.append(END);
                isHeaderEnded = true;
                return;
            }
            text.append(line).append(END);
            field(line);
        }
    }

    private void field(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || Character.isWhitespace(line.charAt(0))) {
            return;
        }
        String name = full(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        String value = line.substring(colon + 1).strip();
        names.add(name);
        Matcher carried = name.equals("via") && transport.isEmpty() ? VIA.matcher(value) : null;
        if (carried != null && carried.lookingAt()) {
            transport = carried.group(1);
        }
        hasType |= name.equals("content-type");
        boolean isNumber =
                !value.isEmpty() && value.length() <= MOST_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (name.equals("content-length") && isNumber && contentLength < 0) {
            contentLength = Integer.parseInt(value);
        }
    }

    private static String full(String name) {
        return switch (name) {
            case "v" -> "via";
            case "f" -> "from";
            case "t" -> "to";
            case "i" -> "call-id";
            case "l" -> "content-length";
            case "c" -> "content-type";
            default -> name;
        };
    }

    /// Takes lines until the body is as long as it shall be with the line ends of SIP, or else with
    /// LF alone, which some programs send.
    private void body() {
        List<String> body = new ArrayList<>();
        long wanted = contentLength < 0 ? LONGEST_MESSAGE_BYTES : Math.min(contentLength, LONGEST_MESSAGE_BYTES);
        long withLf = 0;
        long withCrLf = 0;
        while (withLf < wanted) {
            String line = lines.next(contentLength > 0);
            if (line == null || (contentLength < 0 && line.isBlank())) {
                break;
            }
            body.add(line);
            withLf += line.length() + 1;
            withCrLf += line.length() + END.length();
            if (withCrLf == wanted || withCrLf - END.length() == wanted) {
                text.append(String.join(END, body)).append(withCrLf == wanted ? END : "");
                return;
            }
        }
        if (contentLength < 0) {
            text.append(String.join(END, body)).append(body.isEmpty() ? "" : END);
        } else if (withLf == wanted || (withLf - 1 == wanted)) {
            text.append(String.join("\n", body)).append(withLf == wanted ? "\n" : "");
        } else {
            inPart(body, wanted);
        }
    }

    /// Takes as much as Content-Length states of a body that does not end where a line ends.
    private void inPart(List<String> body, long wanted) {
        int kept = 0;
        long length = 0;
        while (kept < body.size() && length < wanted) {
            length += body.get(kept++).length() + END.length();
        }
        lines.back(body.size() - kept);
        while (length < wanted && kept > 0 && body.get(kept - 1).isBlank()) {
            kept--; // the log's own, after what it has of the message
        }
        String part = String.join(END, body.subList(0, kept)) + (kept == 0 ? "" : END);
        text.append(part, 0, (int) Math.min(part.length(), wanted));
        missing = Math.max(0, contentLength - part.length());
    }
}
