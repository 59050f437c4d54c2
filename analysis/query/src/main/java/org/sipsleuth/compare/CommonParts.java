package org.sipsleuth.compare;

import java.util.Arrays;

/// What two rows of things have in common, in the same order: a longest common subsequence.
///
/// Of rows that are too long for it (the product of their lengths, without equal beginnings and
/// ends, beyond [#MOST_CELLS]) only the equal beginnings and ends are found.
final class CommonParts {

    /// 1 MiB of memory, some milliseconds.
    static final long MOST_CELLS = 1_000_000;

    private CommonParts() {}

    /// For each thing of the left row the place of its partner in the right row, or -1. Partners
    /// are equal and rise.
    static int[] of(int[] left, int[] right) {
        int[] partners = new int[left.length];
        Arrays.fill(partners, -1);
        int start = 0;
        int shorter = Math.min(left.length, right.length);
        while (start < shorter && left[start] == right[start]) {
            partners[start] = start;
            start++;
        }
        int end = 0;
        while (end < shorter - start && left[left.length - 1 - end] == right[right.length - 1 - end]) {
            partners[left.length - 1 - end] = right.length - 1 - end;
            end++;
        }
        int rows = left.length - start - end;
        int columns = right.length - start - end;
        if (rows > 0 && columns > 0 && (long) rows * columns <= MOST_CELLS) {
            search(Arrays.copyOfRange(left, start, left.length - end),
                    Arrays.copyOfRange(right, start, right.length - end), start, partners);
        }
        return partners;
    }

    /// Lengths of what the ends of both rows have in common, from each pair of places on.
    private static void search(int[] left, int[] right, int offset, int[] partners) {
        short[][] common = new short[left.length + 1][right.length + 1];
        for (int i = left.length - 1; i >= 0; i--) {
            for (int j = right.length - 1; j >= 0; j--) {
                common[i][j] = left[i] == right[j] ? (short) (common[i + 1][j + 1] + 1)
                        : (short) Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            if (left[i] == right[j]) {
                partners[offset + i] = offset + j;
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }
}
