package org.sipsleuth.ngram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.SparseVector;

/// Messages of three kinds with random values, some of them damaged.
public final class TestMessages {

    private TestMessages() {}

    public static byte[] message(int number, Random random) {
        String[] methods = {"INVITE", "REGISTER", "OPTIONS"};
        String method = methods[number % methods.length];
        String text = """
                %s sip:%d@example.com SIP/2.0
                Via: SIP/2.0/UDP 192.0.2.%d:5060;branch=z9hG4bK%x
                From: <sip:%d@example.com>;tag=%x
                To: <sip:%d@example.com>
                Call-ID: %x@192.0.2.1
                CSeq: %d %s
                Max-Forwards: 70
                Content-Length: 0

                """.formatted(method, 1000 + random.nextInt(50), random.nextInt(200), random.nextInt(),
                1000 + random.nextInt(50), random.nextInt(), 1000 + random.nextInt(50), random.nextInt(),
                random.nextInt(100), method).replace("\n", "\r\n");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] damaged(int number, Random random) {
        byte[] message = message(number, random);
        for (int i = 0; i < 1 + random.nextInt(60); i++) {
            message[random.nextInt(message.length)] = (byte) random.nextInt();
        }
        return message;
    }

    public static List<SparseVector> vectors(EmbeddingSettings settings, int count, long seed) {
        Random random = new Random(seed);
        Embedding embedding = new Embedding(settings);
        List<SparseVector> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vectors.add(embedding.embed(message(i, random)));
        }
        return vectors;
    }
}
