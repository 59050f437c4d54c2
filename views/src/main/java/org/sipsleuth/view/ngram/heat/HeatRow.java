package org.sipsleuth.view.ngram.heat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What the bytes of a message add to its score. Immutable; 4 bytes for each byte of the message.
public final class HeatRow {

    private final float[] values;
    private final byte[] message;
    private final double missing;
    private final List<HeatField> fields;

    /// Takes the arrays as its own.
    ///
    /// @param values what each byte adds to the score, at least 0
    /// @param message the bytes
    /// @param missing what n-grams add that normal messages have and this one lacks, at least 0
    /// @param fields its parts, in the order of the message
    public HeatRow(float[] values, byte[] message, double missing, List<HeatField> fields) {
        if (values.length != message.length) {
            throw new IllegalArgumentException(values.length + " values of " + message.length);
        }
        this.values = values;
        this.message = message;
        this.missing = missing;
        this.fields = List.copyOf(fields);
    }

    /// How many bytes the message has.
    public int length() {
        return values.length;
    }

    /// What a byte adds.
    public double at(int offset) {
        return values[offset];
    }

    /// The byte itself, 0 to 255.
    public int byteAt(int offset) {
        return message[offset] & 0xff;
    }

    /// The column of the part in which bytes occur first; empty if the message has them in none.
    ///
    /// @param bytes one letter a byte
    public Optional<Integer> partOf(String bytes) {
        int at = new String(message, StandardCharsets.ISO_8859_1).indexOf(bytes);
        return fields.stream()
                .filter(field -> field.from() <= at && at < field.to())
                .map(HeatField::column)
                .findFirst();
    }

    /// The largest that a byte of a part adds; -1 behind the end of the message.
    ///
    /// @param to exclusive
    public double most(int from, int to) {
        double most = -1;
        for (int i = Math.max(0, from); i < Math.min(to, values.length); i++) {
            most = Math.max(most, values[i]);
        }
        return most;
    }

    /// What all bytes of the parts in a column add; -1 if the message has none.
    public double sum(int column) {
        double sum = -1;
        for (HeatField field : fields) {
            if (field.column() == column) {
                sum = Math.max(0, sum);
                for (int i = field.from(); i < Math.min(field.to(), values.length); i++) {
                    sum += values[i];
                }
            }
        }
        return sum;
    }

    /// The byte that adds most; -1 of an empty message.
    public int mostAt() {
        int most = values.length == 0 ? -1 : 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[most]) {
                most = i;
            }
        }
        return most;
    }

    /// What the n-grams add that are missing.
    public double missing() {
        return missing;
    }

    /// Its parts.
    public List<HeatField> fields() {
        return fields;
    }
}
