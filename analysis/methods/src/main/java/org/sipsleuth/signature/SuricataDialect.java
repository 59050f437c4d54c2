package org.sipsleuth.signature;

/// The versions of Suricata whose rules differ.
public enum SuricataDialect {
    /// Suricata 7 recognises SIP over UDP.
    V7("7", "udp"),
    /// Suricata 8 recognises SIP over UDP and TCP.
    V8("8", "sip");

    private final String version;
    private final String protocol;

    SuricataDialect(String version, String protocol) {
        this.version = version;
        this.protocol = protocol;
    }

    /// Its number.
    public String version() {
        return version;
    }

    String protocol() {
        return protocol;
    }
}
