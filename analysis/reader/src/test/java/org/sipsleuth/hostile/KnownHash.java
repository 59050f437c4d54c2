package org.sipsleuth.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// SipHash-1-3 under the key 00 01 02 … 0f: what everybody can compute, to choose keys by it.
final class KnownHash {

    private long v0 = 0x0706050403020100L ^ 0x736f6d6570736575L;
    private long v1 = 0x0f0e0d0c0b0a0908L ^ 0x646f72616e646f6dL;
    private long v2 = 0x0706050403020100L ^ 0x6c7967656e657261L;
    private long v3 = 0x0f0e0d0c0b0a0908L ^ 0x7465646279746573L;

    private KnownHash() {}

    /// What transactions could be told apart by.
    static long ofTransaction(int dialog, int cseq, int method, byte[] branch) {
        long which = (long) dialog << Integer.SIZE | Integer.toUnsignedLong(cseq);
        return new KnownHash().add(which).add(of(branch) + method).end();
    }

    private static long of(byte[] bytes) {
        byte[] words = new byte[(bytes.length / Long.BYTES + 1) * Long.BYTES];
        System.arraycopy(bytes, 0, words, 0, bytes.length);
        words[words.length - 1] = (byte) bytes.length;
        ByteBuffer rest = ByteBuffer.wrap(words).order(ByteOrder.LITTLE_ENDIAN);
        KnownHash hash = new KnownHash();
        while (rest.hasRemaining()) {
            hash.add(rest.getLong());
        }
        return hash.end();
    }

    private KnownHash add(long word) {
        v3 ^= word;
        round();
        v0 ^= word;
        return this;
    }

    private long end() {
        v2 ^= 0xff;
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}
