package org.sipsleuth.dialog.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ThreadLocalRandom;

/// What a thing is known by that is not kept itself: 96 bits of SipHash-1-3-128 (Aumasson and
/// Bernstein, 2012) over all that makes it that thing, under a key of its own, drawn by chance.
///
/// So nobody can construct two inputs with equal fingerprints, and by chance that happens once in
/// 2⁹⁶ pairs: results do not depend on the key. At one place things have numbers, or all have
/// bytes. One thing after the other; used by one thread.
public final class Fingerprint {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long key0 = ThreadLocalRandom.current().nextLong();
    private final long key1 = ThreadLocalRandom.current().nextLong();
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long words;
    private long high;
    private int low;

    /// Begins with the next thing.
    public Fingerprint begin() {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
        words = 0;
        return this;
    }

    /// A number belongs to it.
    public Fingerprint add(long number) {
        words++;
        absorb(number);
        return this;
    }

    /// Bytes belong to it. Where a part can be absent, empty bytes are something else than no part.
    public Fingerprint add(byte[] bytes, int from, int to) {
        int at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            add((long) LONG.get(bytes, at));
        }
        long last = (long) (to - from) << 56;
        for (int shift = 0; at < to; at++, shift += Byte.SIZE) {
            last |= (bytes[at] & 0xffL) << shift;
        }
        return add(last);
    }

    /// That was all of it.
    public Fingerprint end() {
        absorb(words);
        v2 ^= 0xee;
        rounds();
        high = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        rounds();
        low = (int) (v0 ^ v1 ^ v2 ^ v3);
        return this;
    }

    /// The first 64 bits of the last one that ended.
    long high() {
        return high;
    }

    /// Its other 32 bits.
    int low() {
        return low;
    }

    private void absorb(long word) {
        v3 ^= word;
        round();
        v0 ^= word;
    }

    private void rounds() {
        round();
        round();
        round();
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
