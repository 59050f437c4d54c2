package org.sipsleuth.ngram.embedding;

import java.util.Arrays;
import java.util.Optional;
import org.sipsleuth.sip.SipLayout;

/// Reads one message after the other as its n-grams are counted. One thread.
public final class MessageTexts {

    private final boolean isContextCounted;
    private final Normaliser normaliser;

    MessageTexts(EmbeddingSettings settings) {
        isContextCounted = settings.context();
        normaliser = new Normaliser(settings.normalise());
    }

    /// A message as its n-grams are counted: values replaced, what is known of its dialog behind it.
    /// Embedding the result without normalisation gives the same vector. The message itself where
    /// nothing is replaced.
    public byte[] of(byte[] message, Optional<MessageContext> context) {
        byte[] text = normaliser.bytes(message);
        return isContextCounted && context.isPresent() ? joined(text, context.get().bytes()) : text;
    }

    /// Where the parts of the message are that was read last; empty if it is no SIP message. Valid
    /// until the next one is read.
    public Optional<SipLayout> layout() {
        return normaliser.layout();
    }

    private static byte[] joined(byte[] text, byte[] more) {
        byte[] longer = Arrays.copyOf(text, text.length + more.length);
        System.arraycopy(more, 0, longer, text.length, more.length);
        return longer;
    }
}
