package org.sipsleuth.capture;

/// The file formats that are read.
public enum CaptureFormat {
    PCAP("pcap"),
    PCAP_NANOSECONDS("pcap (nanoseconds)"),
    PCAP_KUZNETZOV("pcap (Kuznetzov)"),
    PCAP_IXIA("pcap (IXIA)"),
    PCAPNG("pcapng"),
    ERF("Endace ERF"),
    TEXT_LOG("text log"),
    TAR("tar of pcap files");

    private final String text;

    CaptureFormat(String text) {
        this.text = text;
    }

    /// The format's name for people.
    public String text() {
        return text;
    }
}
