package org.sipsleuth.ngram.contribution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.ngram.embedding.EmbeddedMessage;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// What each byte of a message adds to its score. Immutable.
///
/// All bytes, what is missing and what the dialog adds, less the spread, are the score.
public final class ByteContributions {

    private final double[] values;
    private final double missing;
    private final double context;

    private ByteContributions(double[] values, double missing, double context) {
        this.values = values;
        this.missing = missing;
        this.context = context;
    }

    static ByteContributions of(Contributions contributions, EmbeddedMessage message) {
        double[] values = new double[message.bytes()];
        double context = 0;
        for (Contribution each : contributions.all()) {
            int count = message.count(each.gram());
            for (int i = 0; i < count; i++) {
                int from = message.from(each.gram(), i);
                int to = Math.max(from + 1, message.to(each.gram(), i));
                double share = each.value() / count / (to - from);
                for (int at = from; at < to; at++) {
                    if (at < values.length) {
                        values[at] += share;
                    } else {
                        context += share;
                    }
                }
            }
        }
        return new ByteContributions(values, contributions.missing(), context);
    }

    /// How many bytes there are.
    public int size() {
        return values.length;
    }

    /// What a byte adds.
    public double at(int offset) {
        return values[offset];
    }

    /// What a part of the message adds.
    ///
    /// @param to exclusive
    public double between(int from, int to) {
        double sum = 0;
        for (int i = Math.max(0, from); i < Math.min(to, values.length); i++) {
            sum += values[i];
        }
        return sum;
    }

    /// What the n-grams add that normal messages have and this one lacks.
    public double missing() {
        return missing;
    }

    /// What the n-grams add that stand in what is known of the dialog.
    public double context() {
        return context;
    }

    /// What the start line, each header field and the body add, in the order of the message. All
    /// together add what the bytes add.
    ///
    /// @param message the bytes of the message
    public List<FieldContribution> ofFields(byte[] message) {
        SipLayout layout = new SipLayout();
        if (!SipParser.parse(message, 0, message.length, layout)) {
            return List.of(field("", 0, message.length));
        }
        List<FieldContribution> fields = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < layout.fieldCount(); i++) {
            int from = layout.fieldFrom(i);
            if (from > done) {
                fields.add(field("", done, from));
            }
            fields.add(field(name(message, layout, i), from, layout.fieldTo(i)));
            done = layout.fieldTo(i);
        }
        int body = layout.from(Part.BODY);
        if (body > done) {
            fields.add(field("", done, body));
            done = body;
        }
        if (message.length > done) {
            fields.add(field("", done, message.length));
        }
        return List.copyOf(fields);
    }

    private static String name(byte[] message, SipLayout layout, int i) {
        int from = layout.fieldFrom(i);
        return new String(message, from, layout.nameTo(i) - from, StandardCharsets.ISO_8859_1).strip();
    }

    private FieldContribution field(String name, int from, int to) {
        return new FieldContribution(name, from, to, between(from, to));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d bytes, %f missing", values.length, missing);
    }
}
