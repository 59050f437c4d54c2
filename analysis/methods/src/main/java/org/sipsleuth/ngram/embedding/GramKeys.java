package org.sipsleuth.ngram.embedding;

/// The keys of tokens as numbers.
final class GramKeys {

    /// Tokens of up to so many bytes are their keys; longer ones are hashed.
    static final int PACKED = 7;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private GramKeys() {}

    /// The key of a token: its length and bytes, or a negative hash of 63 bits (FNV-1a, mixed).
    static long token(byte[] text, int from, int to) {
        if (to - from <= PACKED) {
            long bytes = 0;
            for (int i = from; i < to; i++) {
                bytes = (bytes << Byte.SIZE) | (text[i] & 0xff);
            }
            return ((long) (to - from) << (Byte.SIZE * PACKED)) | bytes;
        }
        long hash = FNV_OFFSET;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (text[i] & 0xff)) * FNV_PRIME;
        }
        return mix(hash) | Long.MIN_VALUE;
    }

    /// Spreads a key over all bits (the finalizer of MurmurHash3).
    static long mix(long key) {
        long mixed = key;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
