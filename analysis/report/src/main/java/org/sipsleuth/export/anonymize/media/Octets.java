package org.sipsleuth.export.anonymize.media;

import java.nio.ByteBuffer;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// Reads and writes numbers in packets.
final class Octets {

    private Octets() {}

    static int int16(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getShort(at) & 0xffff;
    }

    /// Puts the pseudonym of a source in its place.
    static void replace(byte[] packet, byte[] copy, int at, Pseudonyms pseudonyms) {
        int source = ByteBuffer.wrap(packet).getInt(at);
        ByteBuffer.wrap(copy).putInt(at, source == 0 ? 0 : pseudonyms.number(source));
    }
}
