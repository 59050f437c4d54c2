package org.sipsleuth.ngram.embedding;

import java.util.Arrays;

/// The bytes whose n-grams are counted, and where they come from in the message. Not copied: who
/// has it must not change the bytes.
///
/// Replaced values are one byte here and several there. What is known of the dialog stands behind
/// the end of the message.
final class NormalisedText {

    private static final int[] SAME = {};

    private final byte[] bytes;
    private final int[] origins;
    private final int messageLength;

    /// @param bytes the text
    /// @param origins where each of its bytes begins in the message, and where the last one ends;
    ///     empty if text and message are the same
    NormalisedText(byte[] bytes, int[] origins, int messageLength) {
        this.bytes = bytes;
        this.origins = origins;
        this.messageLength = messageLength;
    }

    byte[] bytes() {
        return bytes;
    }

    int messageLength() {
        return messageLength;
    }

    /// Where the byte of the message is that a byte of the text comes from.
    int original(int place) {
        return origins.length == 0 ? place : origins[place];
    }

    /// Where in the message a part of the text ends, by its end (exclusive).
    int originalEnd(int end) {
        return origins.length == 0 ? end : origins[end];
    }

    /// A message as it is.
    static NormalisedText same(byte[] message) {
        return new NormalisedText(message, SAME, message.length);
    }

    /// The same with more behind it, which comes from no byte of the message.
    NormalisedText followedBy(byte[] more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, bytes.length, more.length);
        int[] places = new int[longer.length + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = i <= bytes.length ? original(i) : messageLength + i - bytes.length;
        }
        return new NormalisedText(longer, places, messageLength);
    }
}
