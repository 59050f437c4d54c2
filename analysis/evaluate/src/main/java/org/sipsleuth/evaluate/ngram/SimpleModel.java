package org.sipsleuth.evaluate.ngram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.conformance.Conformance;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
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
    /// Whether no normal message of the same method or status has these header fields, each as
    /// often, in any order.
    NAMES_OF_TYPE("header fields of the method or status") {
        @Override
        public ToDoubleFunction<LabelledMessage> fit(
                List<LabelledMessage> normal, RunMonitor monitor) {
            Set<List<String>> known = new HashSet<>();
            normal.forEach(message -> known.add(typeAndNames(message)));
            return message -> known.contains(typeAndNames(message)) ? 0 : 1;
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
    },

    /// Whether a message departs from the RFCs by more than what they allow.
    CONFORMANCE("conformance") {
        @Override
        public ToDoubleFunction<LabelledMessage> fit(
                List<LabelledMessage> normal, RunMonitor monitor) {
            return message -> departs(message.bytes()) ? 1 : 0;
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

    /// Whether a message departs from the RFCs by more than what they allow.
    static boolean departs(byte[] message) {
        return Conformance.check(message).stream()
                .anyMatch(each -> each.severity().compareTo(Severity.INFO) > 0);
    }

    /// The method or status code, then the names in order of the alphabet.
    private static List<String> typeAndNames(LabelledMessage message) {
        List<String> all = new ArrayList<>(names(message));
        Collections.sort(all);
        String start =
                new String(message.bytes(), StandardCharsets.ISO_8859_1).split("\r?\n", 2)[0];
        String[] words = start.split(" ", 3);
        boolean isResponse = words.length > 1 && words[0].startsWith("SIP/");
        all.addFirst(isResponse ? words[1] : words[0]);
        return all;
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
