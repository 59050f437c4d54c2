package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.sip.DefectKind.REQUEST_URI;
import static org.sipsleuth.sip.TortureMessage.invite;
import static org.sipsleuth.sip.TortureMessage.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The verdict on each message of RFC 5118 by its name; made anew after what the RFC says of each.
class Ipv6TortureVerdictTest {

    private static final Map<String, TortureMessage> MESSAGES = new LinkedHashMap<>();

    static {
        ofIpv6();
    }

    /// RFC 5118 §4.
    private static void ofIpv6() {
        String via = "SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111";
        add("ipv6-good", request("REGISTER").line("REGISTER sip:[2001:db8::10] SIP/2.0").field("Via", via));
        add("ipv6-bad", request("REGISTER").line("REGISTER sip:2001:db8::10 SIP/2.0").field("Via", via));
        add("port-ambiguous", request("REGISTER").line("REGISTER sip:[2001:db8::10:5070] SIP/2.0"));
        add("port-unambiguous", request("REGISTER").line("REGISTER sip:[2001:db8::10]:5070 SIP/2.0"));
        add("via-received-param-with-delim", request("BYE").field("Via", via + ";received=[2001:db8::9:255]"));
        add("via-received-param-no-delim", request("OPTIONS").field("Via", via + ";received=2001:db8::9:255"));
        String ipv6 = TortureMessage.SDP.replace("IP4 192.0.2.5", "IP6 2001:db8::20");
        add("ipv6-in-sdp", invite().content("application/sdp", ipv6));
        add("mult-ip-in-header",
                request("BYE").field("Via", "SIP/2.0/UDP [2001:db8::9:1]:6050;branch=z9hG4bKas3-111")
                        .raw("Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKjhja8781hjuaij65144")
                        .raw("Via: SIP/2.0/TCP [2001:db8::9:255];branch=z9;received=192.0.2.200"));
        add("mult-ip-in-sdp", invite().content("application/sdp",
                TortureMessage.SDP + "m=video 1 RTP/AVP 31\r\nc=IN IP6 2001:db8::1\r\n"));
        add("ipv4-mapped-ipv6",
                invite().field("Via", "SIP/2.0/UDP [::ffff:192.0.2.10]:19823;branch=z9hG4bKbh19")
                        .raw("Contact: \"T. desk phone\" <sip:ted@[::ffff:192.0.2.2]>")
                        .content("application/sdp", TortureMessage.SDP.replace("IP4 ", "IP6 ::ffff:")));
        add("ipv6-bug-abnf-3-colons", request("OPTIONS").line("OPTIONS sip:user@[2001:db8:::192.0.2.1] SIP/2.0"));
    }

    private static void add(String name, TortureMessage message) {
        MESSAGES.put(name, message);
    }

    /// One address without brackets is wrong; the other messages are sound.
    @TestFactory
    Stream<DynamicTest> messageIsReadAndHasTheDefectsItWasWrittenFor() {
        assertEquals(11, MESSAGES.size());
        return MESSAGES.entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(),
                        () -> assertEquals(each.getKey().equals("ipv6-bad") ? Set.of(REQUEST_URI) : Set.of(),
                                Messages.defects(each.getValue().text()))));
    }
}
