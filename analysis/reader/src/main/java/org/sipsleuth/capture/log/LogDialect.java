package org.sipsleuth.capture.log;

import static org.sipsleuth.capture.log.HeadPattern.announcing;

import java.util.List;

/// The programs whose logs announce a message by a line of its own, and how they write it.
///
/// A pattern states what its groups are called: `dir` a word that says that the message was sent or
/// received, `peer` the other side, `from` and `to` both, `proto` the transport, `bytes` how long
/// the message is.
enum LogDialect {
    SIPP("SIPp -trace_msg", announcing("message ",
            "(?<proto>UDP|TCP|TLS|SCTP|WS|WSS) message (?<dir>sent|received) (?:\\[(?<bytes>\\d+)]|\\((?<bytes2>\\d+)) ?bytes.*")),
    SOFIA("Sofia-SIP trace (FreeSWITCH, drachtio)", announcing(" bytes ",
            "(?<dir>recv|send|sent) (?<bytes>\\d+) bytes (?:from|to) (?<proto>\\w+)/(?<peer>\\[[^\\]]*](?::\\d+)?|\\S+?)(?: at .*|:)?$")),
    LINPHONE("linphone (belle-sip)", announcing("message sent to [",
            "message (?<dir>sent) to \\[(?<proto>\\w+)://(?<peer>\\[[^\\]]*](?::\\d+)?|[^\\]]*)](?:, size: \\[(?<bytes>\\d+)] bytes)?"),
            announcing(" new bytes from [",
                    "(?<dir>received) \\[(?<bytes>\\d+)] new bytes from \\[(?<proto>\\w+)://(?<peer>\\[[^\\]]*](?::\\d+)?|[^\\]]*)]")),
    ASTERISK_PJSIP("Asterisk (pjsip set logger on)", announcing("<--- ",
            "<--- (?<dir>Received|Transmitting) SIP (?:request|response) (?:\\((?<bytes>\\d+) bytes\\) )?(?:from|to) (?<proto>[A-Za-z]+):(?<peer>\\S+) --->")),
    ASTERISK_SIP("Asterisk (sip set debug)",
            announcing("<--- SIP ", "<--- SIP (?<dir>read|written) (?:from|to) (?<proto>[A-Za-z]+):(?<peer>\\S+) --->"),
            announcing("ransmitting ",
                    "(?:Reliably )?(?<dir>Transmitting|Retransmitting)(?: #\\d+)? \\((?:no )?NAT\\) to (?<peer>\\S+?)(?: --->|:)?$")),
    PJSIP("PJSIP message log", announcing(" bytes ",
            "(?<dir>TX|RX) (?<bytes>\\d+) bytes (?:Request|Response) .* (?:to|from) (?<proto>UDP|TCP|TLS) (?<peer>\\S+?):$")),
    ARROW("addresses and an arrow (baresip, OpenSIPS trace, xlog)", announcing("->",
            "(?:(?<dir>TX|RX) )?(?:(?<proto>(?i:UDP|TCP|TLS|SCTP|WSS|WS|U|T))(?:/SIP)?[ :])?\\s*(?<from>[0-9A-Fa-fxX*.:\\[\\]]+) -> (?<to>[0-9A-Fa-fxX*.:\\[\\]]+?)(?:[:,]? .*|:)?$")),
    KEYS("a line for each fact (Kamailio sipdump, honeypots)"),
    NONE("plain SIP messages");

    private final String text;
    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<HeadPattern> patterns;

    LogDialect(String text, HeadPattern... patterns) {
        this.text = text;
        this.patterns = List.of(patterns);
    }

    /// Its name for people.
    String text() {
        return text;
    }

    /// The lines that announce a message.
    List<HeadPattern> patterns() {
        return patterns;
    }
}
