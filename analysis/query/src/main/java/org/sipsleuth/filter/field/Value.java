package org.sipsleuth.filter.field;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One value of a field.
public sealed interface Value {

    /// A whole number, a truth (1 or 0), a time in ns.
    record Whole(long number) implements Value {}

    /// A number with a fraction.
    record Real(double number) implements Value {}

    /// Text, bytes, an address.
    final class Octets implements Value, Comparable<Octets> {
        private final byte[] array;
        private final int from;
        private final int to;

        /// @param array is not copied, and must not change
        public Octets(byte[] array, int from, int to) {
            this.array = array;
            this.from = from;
            this.to = to;
        }

        /// The text's bytes in UTF-8.
        public static Octets of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Octets(bytes, 0, bytes.length);
        }

        /// What holds them, with all around; not to be changed.
        public byte[] array() {
            return array;
        }

        public int from() {
            return from;
        }

        public int to() {
            return to;
        }

        public int length() {
            return to - from;
        }

        /// As text: UTF-8, with U+FFFD for malformed bytes.
        public String text() {
            return new String(array, from, to - from, StandardCharsets.UTF_8);
        }

        /// Byte by byte, as unsigned numbers; the longer one is greater.
        @Override
        public int compareTo(Octets other) {
            return Arrays.compareUnsigned(array, from, to, other.array, other.from, other.to);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Octets octets && compareTo(octets) == 0;
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int p = from; p < to; p++) {
                hash = 31 * hash + array[p];
            }
            return hash;
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
