package org.sipsleuth.search;

import java.util.Arrays;

/// Finds bytes in bytes, skipping as far as the last byte of each window allows (Horspool). Cost:
/// the bytes searched, at worst times the bytes wanted.
final class Needle implements ByteFinder {

    private static final int BYTES = 256;

    private final byte[] wanted;
    private final byte[] folded = new byte[BYTES];
    private final int[] skips = new int[BYTES];

    /// @param foldsCase whether letters of ASCII match in any case
    Needle(byte[] wanted, boolean foldsCase) {
        for (int b = 0; b < BYTES; b++) {
            boolean lower = foldsCase && b >= 'A' && b <= 'Z';
            folded[b] = (byte) (lower ? b + ('a' - 'A') : b);
        }
        this.wanted = wanted.clone();
        for (int i = 0; i < wanted.length; i++) {
            this.wanted[i] = fold(wanted[i]);
        }
        int last = wanted.length - 1;
        Arrays.fill(skips, wanted.length);
        for (int i = 0; i < last; i++) {
            skips[this.wanted[i] & 0xff] = last - i;
        }
    }

    @Override
    public long next(byte[] bytes, int from) {
        int last = wanted.length - 1;
        int at = from;
        while (at + last < bytes.length) {
            byte end = fold(bytes[at + last]);
            if (end == wanted[last] && isAt(bytes, at, last)) {
                return ByteFinder.range(at, at + wanted.length);
            }
            at += skips[end & 0xff];
        }
        return NONE;
    }

    private boolean isAt(byte[] bytes, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (fold(bytes[at + i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private byte fold(byte b) {
        return folded[b & 0xff];
    }
}
