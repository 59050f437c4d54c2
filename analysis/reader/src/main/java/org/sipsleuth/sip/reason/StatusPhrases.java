package org.sipsleuth.sip.reason;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The names of status codes, as the register of SIP parameters has them.
public final class StatusPhrases {

    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(100, "Trying"), Map.entry(180, "Ringing"),
            Map.entry(181, "Call Is Being Forwarded"), Map.entry(182, "Queued"), Map.entry(183, "Session Progress"),
            Map.entry(199, "Early Dialog Terminated"), Map.entry(200, "OK"), Map.entry(202, "Accepted"),
            Map.entry(204, "No Notification"), Map.entry(300, "Multiple Choices"), Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Moved Temporarily"), Map.entry(305, "Use Proxy"), Map.entry(380, "Alternative Service"),
            Map.entry(400, "Bad Request"), Map.entry(401, "Unauthorized"), Map.entry(402, "Payment Required"),
            Map.entry(403, "Forbidden"), Map.entry(404, "Not Found"), Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"), Map.entry(407, "Proxy Authentication Required"),
            Map.entry(408, "Request Timeout"), Map.entry(410, "Gone"), Map.entry(412, "Conditional Request Failed"),
            Map.entry(413, "Request Entity Too Large"), Map.entry(414, "Request-URI Too Long"),
            Map.entry(415, "Unsupported Media Type"), Map.entry(416, "Unsupported URI Scheme"),
            Map.entry(417, "Unknown Resource-Priority"), Map.entry(420, "Bad Extension"),
            Map.entry(421, "Extension Required"), Map.entry(422, "Session Interval Too Small"),
            Map.entry(423, "Interval Too Brief"), Map.entry(424, "Bad Location Information"),
            Map.entry(425, "Bad Alert Message"), Map.entry(428, "Use Identity Header"),
            Map.entry(429, "Provide Referrer Identity"), Map.entry(430, "Flow Failed"),
            Map.entry(433, "Anonymity Disallowed"), Map.entry(436, "Bad Identity-Info"),
            Map.entry(437, "Unsupported Certificate"), Map.entry(438, "Invalid Identity Header"),
            Map.entry(439, "First Hop Lacks Outbound Support"), Map.entry(440, "Max-Breadth Exceeded"),
            Map.entry(469, "Bad Info Package"), Map.entry(470, "Consent Needed"),
            Map.entry(480, "Temporarily Unavailable"), Map.entry(481, "Call/Transaction Does Not Exist"),
            Map.entry(482, "Loop Detected"), Map.entry(483, "Too Many Hops"), Map.entry(484, "Address Incomplete"),
            Map.entry(485, "Ambiguous"), Map.entry(486, "Busy Here"), Map.entry(487, "Request Terminated"),
            Map.entry(488, "Not Acceptable Here"), Map.entry(489, "Bad Event"), Map.entry(491, "Request Pending"),
            Map.entry(493, "Undecipherable"), Map.entry(494, "Security Agreement Required"),
            Map.entry(500, "Server Internal Error"), Map.entry(501, "Not Implemented"), Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"), Map.entry(504, "Server Time-out"),
            Map.entry(505, "Version Not Supported"), Map.entry(513, "Message Too Large"),
            Map.entry(555, "Push Notification Service Not Supported"), Map.entry(580, "Precondition Failure"),
            Map.entry(600, "Busy Everywhere"), Map.entry(603, "Decline"), Map.entry(604, "Does Not Exist Anywhere"),
            Map.entry(606, "Not Acceptable"), Map.entry(607, "Unwanted"), Map.entry(608, "Rejected"));

    private static final Map<String, List<Integer>> CODES = NAMES.entrySet()
            .stream()
            .collect(Collectors.groupingBy(entry -> entry.getValue().toLowerCase(Locale.ROOT), Collectors.mapping(
                    Map.Entry::getKey,
                    Collectors.collectingAndThen(Collectors.toList(), codes -> codes.stream().sorted().toList()))));

    private StatusPhrases() {}

    /// The registered name of a status code, or empty.
    public static String of(int status) {
        return NAMES.getOrDefault(status, "");
    }

    /// The status codes that have this registered name, in ascending order; letter case does not
    /// count.
    public static List<Integer> codes(String phrase) {
        return CODES.getOrDefault(phrase.strip().toLowerCase(Locale.ROOT), List.of());
    }

    /// A status code with its name, and with the reason phrase where that is another.
    public static String words(int status, String phrase) {
        String name = of(status);
        String given = phrase.strip();
        if (name.isEmpty() || name.equalsIgnoreCase(given) || given.isEmpty()) {
            return (status + " " + (name.isEmpty() ? given : name)).strip();
        }
        return status + " " + name + " (" + given + ")";
    }
}
