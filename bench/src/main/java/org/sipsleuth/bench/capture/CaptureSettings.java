package org.sipsleuth.bench.capture;

/// How much an invented capture holds.
///
/// @param messages SIP messages: at least so many, and no more than end the last dialog
/// @param rtpPerCall RTP packets in each answered call, at most 1,000
/// @param seed another one gives other calls
public record CaptureSettings(long messages, int rtpPerCall, long seed) {

    /// Of 7 messages to a dialog, and 6 of 10 dialogs an answered call, so many give 20 RTP packets
    /// to a message.
    public static final int MUCH_RTP = 233;

    private static final long SEED = 1;
    private static final int MOST_RTP = 1_000;

    public CaptureSettings {
        if (messages < 1 || rtpPerCall < 0 || rtpPerCall > MOST_RTP) {
            throw new IllegalArgumentException(messages + " messages, " + rtpPerCall + " RTP");
        }
    }

    /// Nothing but signalling.
    public static CaptureSettings signalling(long messages) {
        return new CaptureSettings(messages, 0, SEED);
    }

    /// Signalling, and 20 RTP packets for each of its messages.
    public static CaptureSettings withMedia(long messages) {
        return new CaptureSettings(messages, MUCH_RTP, SEED);
    }

    /// A name for the file, which tells them all.
    public String fileName() {
        return "calls-%d-rtp-%d-seed-%d.pcap".formatted(messages, rtpPerCall, seed);
    }
}
