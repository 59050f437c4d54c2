package org.sipsleuth.dialog.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.sip.field.DigestScan;
import org.sipsleuth.sip.reason.ReasonValue;
import org.sipsleuth.sip.reason.StatusPhrases;

/// Quotes the values of a message that explain it: `Min-Expires: 600`, `Unsupported: 100rel`,
/// `Reason: Q.850 38: network out of order`. Text of a message is shown on one line, cut if long,
/// with what is not printed escaped.
public final class QuotedValues {

    /// Longer values are cut.
    private static final int MOST_CHARACTERS = 80;

    /// So many values of one field are quoted.
    private static final int MOST_VALUES = 3;

    private static final int FIRST_REFUSAL = 300;
    private static final int REDIRECTIONS = 3;

    private static final List<String> TIME = List.of("Retry-After");
    private static final List<String> CONTACT = List.of("Contact");

    /// Which header fields say why a request was refused, by status code.
    private static final Map<Integer, List<String>> OF_STATUS = Map.ofEntries(Map.entry(404, TIME),
            Map.entry(405, List.of("Allow")), Map.entry(413, TIME),
            Map.entry(415, List.of("Accept", "Accept-Encoding", "Accept-Language")),
            Map.entry(417, List.of("Accept-Resource-Priority")), Map.entry(420, List.of("Unsupported")),
            Map.entry(421, List.of("Require")), Map.entry(422, List.of("Min-SE")),
            Map.entry(423, List.of("Min-Expires")), Map.entry(424, List.of("Geolocation-Error")),
            Map.entry(469, List.of("Recv-Info")), Map.entry(480, TIME), Map.entry(485, CONTACT), Map.entry(486, TIME),
            Map.entry(489, List.of("Allow-Events")), Map.entry(494, List.of("Security-Server")), Map.entry(500, TIME),
            Map.entry(501, List.of("Allow")), Map.entry(503, TIME), Map.entry(600, TIME), Map.entry(603, TIME),
            Map.entry(608, List.of("Call-Info")));

    /// `399 host "text"` (RFC 3261 §20.43).
    private static final Pattern WARNING = Pattern.compile("(\\d{3}) +(?:[^\\s\"]+ +)?\"((?:[^\"\\\\]|\\\\.)*)\"?.*");

    private QuotedValues() {}

    /// The quoted values of a refusal or redirection, of BYE and of CANCEL, each as a sentence;
    /// empty if there are none: `Warning 399: too short. Min-Expires: 600.`
    public static String of(SipMessage sip) {
        return (warnings(sip) + ' ' + withoutWarnings(sip)).strip();
    }

    /// What a refusal warns of, by which its sender says why, each as a sentence; empty if there is
    /// none.
    static String warnings(SipMessage sip) {
        return sip instanceof SipResponse response && response.statusCode() >= FIRST_REFUSAL
                ? sentences(response.headers("Warning").stream().limit(MOST_VALUES).map(QuotedValues::warning).toList())
                : "";
    }

    /// The others.
    static String withoutWarnings(SipMessage sip) {
        List<String> quotes = new ArrayList<>();
        switch (sip) {
            case SipResponse response when response.statusCode() >= FIRST_REFUSAL -> addOfRefusal(response, quotes);
            case SipRequest request when request.method().equals("BYE") || request.method().equals("CANCEL") ->
                    addReasons(request, quotes);
            case SipRequest _,SipResponse _ -> {
            }
        }
        return sentences(quotes);
    }

    private static String sentences(List<String> quotes) {
        return quotes.isEmpty() ? "" : String.join(". ", quotes) + ".";
    }

    private static void addOfRefusal(SipResponse response, List<String> quotes) {
        int status = response.statusCode();
        String phrase = response.reasonPhrase().strip();
        boolean isRegistered = phrase.isEmpty() || StatusPhrases.codes(phrase).contains(status);
        if (!isRegistered) {
            quotes.add("Reason phrase: “%s”".formatted(shown(phrase)));
        }
        List<String> fields = status / 100 == REDIRECTIONS ? CONTACT : OF_STATUS.getOrDefault(status, List.of());
        fields.forEach(name -> add(name, response.headers(name), quotes));
        if (status == 401 || status == 407) {
            challenge(response).ifPresent(quotes::add);
        }
        addReasons(response, quotes);
    }

    private static void add(String name, List<String> values, List<String> quotes) {
        if (!values.isEmpty()) {
            quotes.add(name + ": " + shown(String.join(", ", values.subList(0, Math.min(values.size(), MOST_VALUES)))));
        }
    }

    /// Reason with the registered name of its cause (RFC 3326, RFC 6432).
    private static void addReasons(SipMessage sip, List<String> quotes) {
        List<String> reasons =
                sip.reasons().stream().limit(MOST_VALUES).map(ReasonValue::words).map(QuotedValues::shown).toList();
        if (!reasons.isEmpty()) {
            quotes.add("Reason: " + String.join(", ", reasons));
        }
    }

    private static String warning(String value) {
        Matcher parts = WARNING.matcher(value);
        return parts.matches() ? "Warning %s: %s".formatted(parts.group(1), shown(parts.group(2)))
                : "Warning: " + shown(value);
    }

    /// Realm and `stale` of the first challenge (RFC 7616 §3.3).
    private static Optional<String> challenge(SipResponse response) {
        String name = response.statusCode() == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
        return response.header(name).map(value -> {
            List<String> parts = new ArrayList<>();
            parameter(value, "realm").ifPresent(realm -> parts.add("realm “%s”".formatted(realm)));
            parameter(value, "stale").ifPresent(stale -> parts.add("stale=" + stale));
            return name + ": " + (parts.isEmpty() ? shown(value) : String.join(", ", parts));
        });
    }

    private static Optional<String> parameter(String value, String name) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        DigestScan scan = new DigestScan();
        return scan.find(bytes, 0, bytes.length, name)
                ? Optional.of(shown(new String(bytes, scan.from, scan.to - scan.from, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /// Text of a message as it is shown.
    public static String shown(String value) {
        StringBuilder text = new StringBuilder();
        int[] points = value.strip().codePoints().limit(MOST_CHARACTERS + 1L).toArray();
        for (int i = 0; i < Math.min(points.length, MOST_CHARACTERS); i++) {
            if (isPrinted(points[i])) {
                text.appendCodePoint(points[i]);
            } else {
                text.append("\\u{").append(Integer.toHexString(points[i])).append('}');
            }
        }
        return text + (points.length > MOST_CHARACTERS ? "…" : "");
    }

    private static boolean isPrinted(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> point != '\\';
        };
    }
}
