package org.sipsleuth.call.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.sipsleuth.capture.file.RegularFile;

/// About how many rows and users a table has: by slices from all parts of its file, 2 MiB together;
/// a file that is smaller is counted.
///
/// Users whom no slice has are estimated by how many are there once and twice (A. Chao,
/// Scandinavian Journal of Statistics 11, 1984).
///
/// @param rows 0 or more
/// @param users 0 or more; twice as many as rows at most
public record TableSize(long rows, long users) {

    /// What is needed for each: the smallest heap of the serial collector that suffices to list
    /// users (`bench/records --least`; 10⁶ rows: over 40, at most 52 MB; 10⁷: over 384, at most 576
    /// MB). A third of such a heap is for new objects, so that less lies in it.
    private static final long BYTES_OF_A_ROW = 52;

    private static final long BYTES_OF_A_USER = 100;
    private static final int SLICES = 32;
    private static final int SLICE = 1 << 16;
    private static final int WIDEST = 4; // bytes of a character

    static TableSize of(TableText text, CsvCalls.Head head, CsvColumns columns) throws IOException {
        long length = Files.size(text.file());
        boolean isWhole = length <= (long) SLICES * SLICE;
        Sample sample = new Sample(head, columns);
        if (isWhole) {
            sample.add(slice(text, 0, (int) length));
        } else {
            for (int i = 0; i < SLICES; i++) {
                long from = (length - SLICE) / (SLICES - 1) * i / WIDEST * WIDEST;
                String slice = slice(text, from, SLICE);
                sample.add(i == 0 ? slice : afterLine(slice));
            }
        }
        double share = isWhole || length == 0 ? 1 : (double) SLICES * SLICE / length;
        long rows = Math.round(sample.rows / share);
        return new TableSize(rows, Math.min(2 * rows, isWhole ? sample.seen() : sample.users()));
    }

    /// About how much memory its calls need, and what is concluded of their users; in bytes.
    public long neededBytes() {
        return rows * BYTES_OF_A_ROW + users * BYTES_OF_A_USER;
    }

    private static String slice(TableText text, long from, int length) throws IOException {
        try (InputStream in = RegularFile.open(text.file())) {
            in.skipNBytes(from);
            return new String(in.readNBytes(length), text.charset());
        }
    }

    private static String afterLine(String slice) {
        return slice.substring(slice.indexOf('\n') + 1);
    }

    /// What the slices have.
    private static final class Sample {
        private final CsvCalls.Head head;
        private final CsvColumns columns;
        private int[] hashes = new int[1 << 12];
        private int count;
        private long rows;

        Sample(CsvCalls.Head head, CsvColumns columns) {
            this.head = head;
            this.columns = columns;
        }

        void add(String slice) throws IOException {
            try (CsvRows its = new CsvRows(new StringReader(slice), head.delimiter(), head.names().size())) {
                while (its.next()) {
                    rows++;
                    for (int column : new int[]{columns.caller(), columns.callee()}) {
                        if (column < its.size()) {
                            add(its.cell(column).hashCode());
                        }
                    }
                }
            }
        }

        private void add(int hash) {
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * count);
            }
            hashes[count++] = hash;
        }

        private int[] sorted() {
            return Arrays.stream(hashes, 0, count).sorted().toArray();
        }

        /// How many different users it has.
        long seen() {
            int[] sorted = sorted();
            return IntStream.range(0, count).filter(i -> i == 0 || sorted[i] != sorted[i - 1]).count();
        }

        /// About how many there are altogether.
        long users() {
            int[] sorted = sorted();
            long once = 0;
            long twice = 0;
            for (int from = 0, end; from < count; from = end) {
                end = from + 1;
                while (end < count && sorted[end] == sorted[from]) {
                    end++;
                }
                once += end - from == 1 ? 1 : 0;
                twice += end - from == 2 ? 1 : 0;
            }
            return seen() + once * Math.max(0, once - 1) / (2 * (twice + 1));
        }
    }
}
