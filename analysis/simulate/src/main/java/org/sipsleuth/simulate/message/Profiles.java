package org.sipsleuth.simulate.message;

import java.util.List;
import java.util.stream.Stream;

/// How common user agents and servers write their messages. Products, header orders and codecs are
/// modelled on observed devices; the traffic is invented.
public final class Profiles {

    private static final String ALL_METHODS =
            "INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, SUBSCRIBE, NOTIFY, INFO, PUBLISH, MESSAGE, UPDATE, PRACK";
    private static final String PHONE_METHODS = "INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, INFO, UPDATE, PRACK";
    private static final String PLAIN_METHODS = "INVITE, ACK, BYE, CANCEL, OPTIONS, NOTIFY, REFER";

    private static final String PCMU = "0 PCMU/8000";
    private static final String GSM = "3 GSM/8000";
    private static final String PCMA = "8 PCMA/8000";
    private static final String G722 = "9 G722/8000";
    private static final String G729 = "18 G729/8000";
    private static final String ILBC = "97 iLBC/8000";
    private static final String OPUS = "107 opus/48000/2";
    private static final String SPEEX = "98 speex/16000";
    private static final String EVENTS = "101 telephone-event/8000";

    private static final List<String> RFC_ORDER =
            List.of("Via", "Max-Forwards", "From", "To", "Call-ID", "CSeq", "Contact");
    private static final List<String> ROUTE_FIRST =
            List.of("Record-Route", "Via", "From", "To", "Call-ID", "CSeq", "Contact", "Allow");
    private static final List<String> TO_FIRST =
            List.of("Via", "To", "From", "Call-ID", "CSeq", "Contact", "Max-Forwards");
    private static final List<String> CONTACT_EARLY =
            List.of("Via", "Max-Forwards", "Contact", "To", "From", "Call-ID", "CSeq");
    private static final List<String> AGENT_EARLY =
            List.of("Via", "From", "To", "CSeq", "Call-ID", "Contact", "User-Agent", "Allow");
    private static final List<String> ID_EARLY =
            List.of("Via", "Max-Forwards", "Call-ID", "From", "To", "CSeq", "Contact", "Supported");

    private static final List<Profile> PHONES =
            List.of(phone("baresip v3.10.1 (x86_64/linux)", CONTACT_EARLY, OPUS, PCMU, PCMA),
                    phone("Linphone/5.2.3 (belle-sip/5.3.5)", AGENT_EARLY, OPUS, SPEEX, PCMU, PCMA),
                    phone("Yealink SIP-T46S 66.86.0.15", AGENT_EARLY, PCMU, PCMA, G729, G722),
                    phone("Yealink SIP-T21P_E2 52.84.0.125", AGENT_EARLY, PCMU, PCMA, G729),
                    phone("PolycomVVX-VVX_411-UA/6.4.1.3098", AGENT_EARLY, G722, PCMU, PCMA, G729),
                    phone("Cisco-CP8841-3PCC/12.0.1", TO_FIRST, G722, PCMU, PCMA, G729),
                    phone("Cisco/SPA504G-7.6.2f", TO_FIRST, PCMU, PCMA, G729),
                    phone("Grandstream GXP2170 1.0.11.74", RFC_ORDER, PCMU, PCMA, G722, G729, ILBC),
                    phone("Grandstream HT802 1.0.45.2", RFC_ORDER, PCMU, PCMA, G729),
                    phone("snomD385/10.1.159.12", RFC_ORDER, G722, PCMU, PCMA, GSM, G729),
                    phone("MicroSIP/3.21.3", ID_EARLY, OPUS, PCMA, PCMU),
                    compact("Zoiper rv2.10.18.6", CONTACT_EARLY, OPUS, SPEEX, PCMU, GSM),
                    phone("Bria 6 release 6.5.1 stamp 110744", CONTACT_EARLY, OPUS, G722, PCMU),
                    phone("Jitsi2.11.5633Linux", TO_FIRST, OPUS, PCMU, GSM, SPEEX),
                    phone("Twinkle/1.10.3", TO_FIRST, PCMA, PCMU, GSM, SPEEX),
                    phone("Gigaset N510 IP PRO/42.252.00", RFC_ORDER, G722, PCMA, PCMU),
                    phone("FRITZ!OS", TO_FIRST, G722, PCMA, PCMU, ILBC),
                    phone("AVM FRITZ!Box 7590 154.07.57", TO_FIRST, G722, PCMA, PCMU),
                    phone("Aastra 6867i/5.1.0.2024", AGENT_EARLY, PCMU, PCMA, G729),
                    phone("OBIHAI/OBi202-3.2.2.5921", RFC_ORDER, PCMU, PCMA, G729),
                    phone("Htek UC926E V2.42.6.5", AGENT_EARLY, PCMU, PCMA, G722),
                    phone("Fanvil X4U 2.4.10", RFC_ORDER, PCMU, PCMA, G729, ILBC),
                    compact("Ekiga/4.0.1", RFC_ORDER, SPEEX, PCMA, PCMU),
                    phone("PJSUA v2.14.1 Linux-6.1", ID_EARLY, OPUS, PCMU, PCMA), plain("", RFC_ORDER, PCMU, PCMA));

    private static final Profile PROXY =
            new Profile("kamailio (5.6.3 (x86_64/linux))", RFC_ORDER, false, true, "", List.of());
    private static final Profile REGISTRAR =
            new Profile("OpenSIPS (3.4.2 (x86_64/linux))", RFC_ORDER, false, true, "", List.of());
    private static final Profile PBX = new Profile("Asterisk PBX 20.5.2", ID_EARLY, false, true, ALL_METHODS,
            List.of(PCMU, PCMA, GSM, G722, EVENTS));
    private static final Profile GATEWAY = new Profile("Cisco-SIPGateway/IOS-16.12.4", ROUTE_FIRST, false, true,
            PHONE_METHODS, List.of(PCMA, PCMU, G729, EVENTS));

    private Profiles() {}

    /// Profiles of phones, in a fixed order.
    public static List<Profile> phones() {
        return PHONES;
    }

    /// The phone for the `number`-th user: the same for the same number.
    public static Profile phone(int number) {
        return PHONES.get(Math.floorMod(number, PHONES.size()));
    }

    /// A proxy, which writes only error responses and `100 Trying`.
    public static Profile proxy() {
        return PROXY;
    }

    /// A registrar.
    public static Profile registrar() {
        return REGISTRAR;
    }

    /// A PBX, which terminates calls and originates others.
    public static Profile pbx() {
        return PBX;
    }

    /// A gateway to the telephone network.
    public static Profile gateway() {
        return GATEWAY;
    }

    private static Profile phone(String product, List<String> order, String... codecs) {
        return new Profile(product, order, false, false, PHONE_METHODS, withEvents(codecs));
    }

    private static Profile compact(String product, List<String> order, String... codecs) {
        return new Profile(product, order, true, false, ALL_METHODS, withEvents(codecs));
    }

    private static Profile plain(String product, List<String> order, String... codecs) {
        return new Profile(product, order, false, false, PLAIN_METHODS, List.of(codecs));
    }

    private static List<String> withEvents(String... codecs) {
        return Stream.concat(Stream.of(codecs), Stream.of(EVENTS)).toList();
    }
}
