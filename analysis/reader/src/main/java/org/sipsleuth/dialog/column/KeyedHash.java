package org.sipsleuth.dialog.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ThreadLocalRandom;

/// SipHash-1-3 (Aumasson and Bernstein, 2012): a hash that cannot be made to collide by somebody
/// who does not know its key. Captures are written by strangers, and a table whose keys all collide
/// would hang. Where results depend on equality, [Fingerprint]s or the values themselves are
/// compared.
public final class KeyedHash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long key0;
    private final long key1;

    private KeyedHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /// A hash with a key of its own, different on every run: for the places in tables, never for
    /// results.
    public static KeyedHash random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new KeyedHash(random.nextLong(), random.nextLong());
    }

    /// The same hash on every run, for what is stored. Somebody can construct texts that collide, which
    /// must cost no more than time.
    public static KeyedHash fixed() {
        return new KeyedHash(0, 0);
    }

    /// The hash of some bytes.
    public long hash(byte[] bytes, int from, int to) {
        State state = new State(key0, key1);
        int at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            state.absorb((long) LONG.get(bytes, at));
        }
        long last = (long) (to - from) << 56;
        for (int shift = 0; at < to; at++, shift += Byte.SIZE) {
            last |= (bytes[at] & 0xffL) << shift;
        }
        state.absorb(last);
        return state.finish();
    }

    /// The hash of two numbers.
    public long hash(long first, long second) {
        State state = new State(key0, key1);
        state.absorb(first);
        state.absorb(second);
        return state.finish();
    }

    /// The four words of SipHash; the compiler keeps them in registers.
    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void absorb(long word) {
            v3 ^= word;
            round();
            v0 ^= word;
        }

        long finish() {
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
}
