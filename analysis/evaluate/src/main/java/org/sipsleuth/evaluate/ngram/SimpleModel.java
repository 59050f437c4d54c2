package org.sipsleuth.evaluate.ngram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// The simplest alternatives to n-grams.
enum SimpleModel implements MessageModel {
    /// Whether no normal message has these header fields in this order.
    NAMES_IN_ORDER("header fields and order") {
        @Override
        public ToDoubleFunction<LabelledMessage> fit(
                List<LabelledMessage> normal, RunMonitor monitor) {
            Set<String> known = new HashSet<>();
            normal.forEach(message -> known.add(String.join(",", names(message))));
            return message -> known.contains(String.join(",", names(message))) ? 0 : 1;
        }
    },
    /// Whether no normal message has these header fields in any order.
    NAMES("header fields") {
        @Override
        public ToDoubleFunction<LabelledMessage> fit(
                List<LabelledMessage> normal, RunMonitor monitor) {
            Set<Set<String>> known = new HashSet<>();
            normal.forEach(message -> known.add(new TreeSet<>(names(message))));
            return message -> known.contains(new TreeSet<>(names(message))) ? 0 : 1;
        }
    },
    /// The number of bytes.
    LENGTH("length") {
        @Override
        public ToDoubleFunction<LabelledMessage> fit(
                List<LabelledMessage> normal, RunMonitor monitor) {
            return message -> message.bytes().length;
        }
    },
    /// The number of defects that the reader notes.
    DEFECTS("parse defects") {
        @Override
        public ToDoubleFunction<LabelledMessage> fit(
                List<LabelledMessage> normal, RunMonitor monitor) {
            return message -> defects(message.bytes());
        }
    };

    private final String text;

    SimpleModel(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }

    /// The number of defects of a message; one if it is no SIP message.
    static int defects(byte[] message) {
        SipLayout layout = new SipLayout();
        return SipParser.parse(message, 0, message.length, layout) ? layout.defectCount() : 1;
    }

    private static List<String> names(LabelledMessage message) {
        String text = new String(message.bytes(), StandardCharsets.ISO_8859_1);
        List<String> names = new ArrayList<>();
        boolean isFirst = true;
        for (String line : text.split("\r?\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            if (!isFirst) {
                int colon = line.indexOf(':');
                names.add(line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT));
            }
            isFirst = false;
        }
        return names;
    }
}
