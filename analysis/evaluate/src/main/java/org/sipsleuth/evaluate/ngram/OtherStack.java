package org.sipsleuth.evaluate.ngram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.ngram.embedding.MessageContext;
import org.sipsleuth.simulate.clock.SeededRandom;

/// Test cases as PROTOS (c07-sip) makes them: an INVITE of a stack of its own, in which one element
/// is replaced by one of a list of anomalies, many times over. They differ from the normal messages
/// by the stack already, which [#unbroken] shows.
final class OtherStack {

    private static final int LONGEST = 1_024;

    /// `@name@` is an element that can be replaced.
    private static final String TEMPLATE = """
            @method@ @uri@ @version@
            Via: @version@/UDP @host@:@port@;branch=@branch@
            From: @display@ <@from@>;tag=@tag@
            To: Receiver <@to@>
            Call-ID: @call@
            CSeq: @number@ @method@
            Contact: @display@ <@contact@>
            Expires: @expires@
            Max-Forwards: @hops@
            Content-Type: @type@
            Content-Length: @length@

            v=0
            o=@origin@ 0 0 IN IP4 @address@
            s=Session SDP
            c=IN IP4 @address@
            t=0 0
            m=audio @media@ RTP/AVP @format@
            a=rtpmap:0 PCMU/8000
            """.replace("\n", "\r\n");

    private static final List<String> ANOMALIES = List.of("", " ", "\t", "\0", "%s", "%n%x", ":", ";", ",", "<", ">",
            "\"", "@", "/", "=", "?", "a", "A", "\u00c0\u00af", "\u00ff", "\33[2J", "\r\n", "-1", "0", "4294967296",
            "2147483648", "65536", "99999999999999999999", "256.256.256.256", "[::ffff:1]", "sip:", "tel:", "SIP/9.9");

    /// Where the body begins, and how much of that belongs to it.
    private static final String BODY = "\r\n\r\nv=0";

    private static final int VERSION = 3;

    private OtherStack() {}

    /// Test cases, each of a dialog of its own.
    static List<LabelledMessage> broken(int count, long seed) {
        SeededRandom draws = new SeededRandom(seed).of("broken");
        List<LabelledMessage> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> values = values(draws);
            List<String> names = values.keySet().stream().sorted().toList();
            String anomaly = draws.of(ANOMALIES);
            int times = 1 << draws.below(Integer.numberOfTrailingZeros(LONGEST) + 1);
            String repeated = anomaly.repeat(Math.max(1, Math.min(times, LONGEST / Math.max(1, anomaly.length()))));
            cases.add(message(values, draws.of(names), repeated, i));
        }
        return cases;
    }

    /// The same INVITE without an anomaly.
    static List<LabelledMessage> unbroken(int count, long seed) {
        SeededRandom draws = new SeededRandom(seed).of("unbroken");
        List<LabelledMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(message(values(draws), "", "", i));
        }
        return messages;
    }

    private static Map<String, String> values(SeededRandom draws) {
        String host = "192.168." + draws.below(4) + "." + (1 + draws.below(250));
        String user = "user" + draws.below(1_000);
        return Map.ofEntries(Map.entry("method", "INVITE"), Map.entry("uri", "sip:" + user + "@" + host),
                Map.entry("version", "SIP/2.0"), Map.entry("host", host), Map.entry("port", "5060"),
                Map.entry("branch", "z9hG4bK00" + draws.below(1_000_000)), Map.entry("display", "Sender"),
                Map.entry("from", "sip:sender@" + host), Map.entry("tag", Integer.toString(draws.below(1_000_000))),
                Map.entry("to", "sip:" + user + "@" + host), Map.entry("call", draws.below(1_000_000) + "@" + host),
                Map.entry("number", "1"), Map.entry("contact", "sip:sender@" + host), Map.entry("expires", "1200"),
                Map.entry("hops", "70"), Map.entry("type", "application/sdp"), Map.entry("origin", "sender"),
                Map.entry("address", host), Map.entry("media", "9876"), Map.entry("format", "0"));
    }

    private static LabelledMessage message(Map<String, String> values, String replaced, String anomaly, int dialog) {
        String text = TEMPLATE;
        for (Map.Entry<String, String> each : values.entrySet()) {
            String value = each.getKey().equals(replaced) ? anomaly : each.getValue();
            text = text.replace("@" + each.getKey() + "@", value);
        }
        int body = text.length() - text.lastIndexOf(BODY) - BODY.length() + VERSION;
        text = text.replace("@length@", Integer.toString(body));
        return new LabelledMessage(text.getBytes(StandardCharsets.ISO_8859_1), dialog, true, List.of(),
                new MessageContext(MessageContext.State.NONE, "INVITE", "", true, 0));
    }
}
