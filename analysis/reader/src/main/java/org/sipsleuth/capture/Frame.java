package org.sipsleuth.capture;

import org.jspecify.annotations.Nullable;

/// One frame of a capture file; filled again for each by its [FrameReader].
public final class Frame {

    private int number;
    private long capturedAtNanos;
    private int linkType;
    private long offset;
    private int capturedBytes;
    private long wireBytes;
    private int interfacePlace;
    private long clockUnits;
    private @Nullable NearBytes near;

    /// Makes it the next frame. For readers.
    public void begin(int itsNumber, long itsTimeNanos, int itsLinkType) {
        number = itsNumber;
        capturedAtNanos = itsTimeNanos;
        linkType = itsLinkType;
    }

    /// Says where it lies. For readers.
    public void lieAt(long itsOffset, int itsBytes) {
        offset = itsOffset;
        capturedBytes = itsBytes;
        wireBytes = itsBytes;
        near = null;
    }

    /// Says where its bytes may be read from an array, as long as they are there; null for nowhere.
    /// For readers, after [#lieAt].
    public void isNear(@Nullable NearBytes where) {
        near = where;
    }

    /// Where its bytes may lie in an array, too; null if nowhere.
    public @Nullable NearBytes near() {
        return near;
    }

    /// Says how long it was before it was cut. For readers.
    public void hadOnTheWire(long itsBytes) {
        wireBytes = itsBytes;
    }

    /// Says on which interface it was captured, by the interface's own clock. For readers.
    public void cameOn(int itsInterface, long units) {
        interfacePlace = itsInterface;
        clockUnits = units;
    }

    /// Its number in the file, from 1, as Wireshark counts.
    public int number() {
        return number;
    }

    /// When it was captured, in ns since the epoch.
    public long capturedAtNanos() {
        return capturedAtNanos;
    }

    /// The link type of its interface, as the pcap registry numbers them.
    public int linkType() {
        return linkType;
    }

    /// Where its first byte lies in the capture.
    public long offset() {
        return offset;
    }

    /// How many of its bytes were kept.
    public int capturedBytes() {
        return capturedBytes;
    }

    /// The place of its interface among those of the file, for [FrameReader#interfaces].
    public int interfacePlace() {
        return interfacePlace;
    }

    /// When it was captured, as the clock of its interface counts.
    public long clockUnits() {
        return clockUnits;
    }

    /// How long it was before it was cut to what was kept, as the file says.
    public long wireBytes() {
        return wireBytes;
    }
}
