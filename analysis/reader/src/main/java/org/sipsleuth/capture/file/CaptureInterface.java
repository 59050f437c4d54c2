package org.sipsleuth.capture.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// An interface of a pcapng section: what its frames are and how its clock counts.
///
/// @param linkType as the pcap registry numbers them
/// @param snapBytes the most bytes it kept of a frame
/// @param resolution `if_tsresol`: a negative power of ten, or of two if the top bit is set
/// @param offsetSeconds `if_tsoffset`: seconds to add to each time
record CaptureInterface(int linkType, long snapBytes, int resolution, long offsetSeconds) {

    static final int DEFAULT_DIGITS = 6;

    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int OPTION_TIME_OFFSET = 14;
    private static final int OPTIONS_AT = 16;
    private static final int POWER_OF_TWO = 0x80;
    private static final int NANO_DIGITS = 9;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND - 1;

    /// Reads an interface description block. Options that are cut short are left out.
    static CaptureInterface read(MemorySegment bytes, long block, long length, ValueLayout.OfInt intOrder,
            ValueLayout.OfShort shortOrder) {
        int linkType = Short.toUnsignedInt(bytes.get(shortOrder, block + 8));
        long snap = Integer.toUnsignedLong(bytes.get(intOrder, block + 12));
        int resolution = DEFAULT_DIGITS;
        long offset = 0;
        PcapngOptions options =
                new PcapngOptions(bytes, block + OPTIONS_AT, block + length - Integer.BYTES, shortOrder);
        while (options.next()) {
            if (options.code() == OPTION_TIME_RESOLUTION && options.length() >= 1) {
                resolution = bytes.get(ValueLayout.JAVA_BYTE, options.at()) & 0xff;
            } else if (options.code() == OPTION_TIME_OFFSET) {
                offset = options.number();
            }
        }
        return new CaptureInterface(linkType, snap == 0 ? Long.MAX_VALUE : snap, resolution, offset);
    }

    /// The digits after the point that its times have, at most nine.
    int timeDigits() {
        return (resolution & POWER_OF_TWO) != 0 ? NANO_DIGITS : Math.min(resolution, NANO_DIGITS);
    }

    /// A time of this interface in ns since the epoch; the nearest that can be represented if it is
    /// more than 292 years away.
    long nanos(long units) {
        long seconds;
        long nanos;
        if ((resolution & POWER_OF_TWO) != 0) {
            int bits = resolution & ~POWER_OF_TWO;
            seconds = bits >= Long.SIZE ? 0 : units >>> bits;
            double fraction = units - (bits >= Long.SIZE ? 0 : seconds << bits);
            nanos = bits == 0 ? 0 : (long) (fraction / Math.pow(2, bits) * NANOS_PER_SECOND);
        } else if (resolution <= NANO_DIGITS) {
            long perSecond = power(resolution);
            seconds = Long.divideUnsigned(units, perSecond);
            nanos = Long.remainderUnsigned(units, perSecond) * (NANOS_PER_SECOND / perSecond);
        } else {
            long perNano = resolution - NANO_DIGITS > 18 ? Long.MAX_VALUE : power(resolution - NANO_DIGITS);
            long whole = Long.divideUnsigned(units, perNano);
            seconds = whole / NANOS_PER_SECOND;
            nanos = whole % NANOS_PER_SECOND;
        }
        long clamped = Math.clamp(seconds, 0, MOST_SECONDS);
        long shifted = Math.clamp(clamped + Math.clamp(offsetSeconds, -MOST_SECONDS, MOST_SECONDS), -MOST_SECONDS,
                MOST_SECONDS);
        return shifted * NANOS_PER_SECOND + Math.clamp(nanos, 0, NANOS_PER_SECOND - 1);
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }
}
