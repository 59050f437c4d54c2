package org.sipsleuth.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Joins n-grams of one sign that overlap into longer strings, where every message of a group has
/// the joined string exactly as often as each of its n-grams. The joined string has the sum of
/// their weights, so the sums over these messages stay the same.
final class JoinedStrings {

    private static final int LONGEST = 48;

    private final List<String> messages;

    /// @param messages the group
    JoinedStrings(List<byte[]> messages) {
        this.messages = messages.stream().map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)).toList();
    }

    /// Joins all that can be; the heaviest first.
    List<WeightedString> of(List<WeightedString> grams) {
        List<WeightedString> left = new ArrayList<>(grams);
        List<WeightedString> joined = new ArrayList<>();
        while (!left.isEmpty()) {
            WeightedString string = left.removeFirst();
            boolean grows = true;
            while (grows && string.text().length() < LONGEST) {
                grows = false;
                for (WeightedString gram : List.copyOf(left)) {
                    String text = overlap(string.text(), gram.text());
                    if (!text.isEmpty() && string.weight() > 0 == gram.weight() > 0
                            && isAsOften(text, string.text(), gram.text())) {
                        string = new WeightedString(text, string.weight() + gram.weight());
                        left.remove(gram);
                        grows = true;
                        break;
                    }
                }
            }
            joined.add(string);
        }
        joined.sort(Comparator.comparingInt((WeightedString its) -> -Math.abs(its.weight()))
                .thenComparing(WeightedString::text));
        return joined;
    }

    /// Both strings as one if they overlap by all but one byte of the shorter one.
    private static String overlap(String text, String gram) {
        int shared = gram.length() - 1;
        if (text.length() < shared) {
            return "";
        }
        if (text.endsWith(gram.substring(0, shared))) {
            return text + gram.charAt(shared);
        }
        return text.startsWith(gram.substring(1)) ? gram.charAt(0) + text : "";
    }

    private boolean isAsOften(String joined, String text, String gram) {
        for (String message : messages) {
            int count = count(message, joined);
            if (count != count(message, text) || count != count(message, gram)) {
                return false;
            }
        }
        return true;
    }

    private static int count(String message, String text) {
        int count = 0;
        for (int at = message.indexOf(text); at >= 0; at = message.indexOf(text, at + 1)) {
            count++;
        }
        return count;
    }
}
