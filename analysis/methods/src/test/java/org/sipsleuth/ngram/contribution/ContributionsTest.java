package org.sipsleuth.ngram.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.ngram.TestMessages;
import org.sipsleuth.ngram.embedding.EmbeddedMessage;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.MessageContext;
import org.sipsleuth.ngram.embedding.Normalisation;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.global.GlobalModel;
import org.sipsleuth.ngram.local.LocalModel;
import org.sipsleuth.ngram.local.LocalScore;
import org.sipsleuth.ngram.unseen.UnseenModel;
import org.sipsleuth.run.RunMonitor;

class ContributionsTest {

    private static final EmbeddingSettings SETTINGS =
            EmbeddingSettings.PAPER.normalised(Normalisation.MESSAGE).withContext();
    private static final MessageContext CONTEXT = new MessageContext(MessageContext.State.EARLY, "BYE", "180", true, 3);

    private final Embedding embedding = new Embedding(SETTINGS);
    private final List<SparseVector> training = TestMessages.vectors(SETTINGS, 200, 1);

    @Test
    void contributionsAddUpToTheLocalScore() {
        LocalModel model = LocalModel.fit(training, 5);
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = TestMessages.damaged(i, random);
            EmbeddedMessage message = embedding.read(bytes, Optional.of(CONTEXT));
            LocalScore score = model.score(message.vector());
            Contributions found = Contributions.of(message.vector(), model, score);
            assertEquals(score.value(), found.total(), 1e-9);
            addUp(found, message, bytes);
        }
    }

    @Test
    void contributionsAddUpToTheGlobalScore() {
        GlobalModel model = GlobalModel.fit(training, 0.1, RunMonitor.NONE);
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = TestMessages.damaged(i, random);
            EmbeddedMessage message = embedding.read(bytes, Optional.of(CONTEXT));
            Contributions found = Contributions.of(message.vector(), model);
            assertEquals(model.score(message.vector()), found.total(), 1e-9);
            addUp(found, message, bytes);
        }
    }

    @Test
    void unseenGramsAddUpToTheScore() {
        UnseenModel model = UnseenModel.fit(training);
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = TestMessages.damaged(i, random);
            EmbeddedMessage message = embedding.read(bytes, Optional.of(CONTEXT));
            Contributions found = Contributions.of(message.vector(), model);
            assertEquals(model.score(message.vector()), found.total(), 1e-9);
            addUp(found, message, bytes);
        }
    }

    private static void addUp(Contributions found, EmbeddedMessage message, byte[] bytes) {
        ByteContributions map = found.ofBytes(message);
        assertEquals(found.total(), map.between(0, bytes.length) + map.missing() + map.context() - found.spread(),
                1e-9);
        assertTrue(map.context() > 0);
        double fields = map.ofFields(bytes).stream().mapToDouble(FieldContribution::value).sum();
        assertEquals(map.between(0, bytes.length), fields, 1e-9);
    }

    @Test
    void whatWasInsertedContributesMost() {
        LocalModel model = LocalModel.fit(training, 5);
        String text = new String(TestMessages.message(0, new Random(5)), StandardCharsets.ISO_8859_1);
        String attack = text.replace("Max-Forwards: 70", "Max-Forwards: 70' or 1=1;--%n%n");
        byte[] bytes = attack.getBytes(StandardCharsets.ISO_8859_1);
        EmbeddedMessage message = embedding.read(bytes, Optional.empty());
        Contributions found = Contributions.of(message.vector(), model, model.score(message.vector()));
        FieldContribution most = found.ofBytes(message)
                .ofFields(bytes)
                .stream()
                .max((a, b) -> Double.compare(a.value(), b.value()))
                .orElseThrow();
        assertEquals("Max-Forwards", most.name());
    }

    @Test
    void aFieldThatIsLackingIsMissingWithoutPosition() {
        LocalModel model = LocalModel.fit(training, 5);
        String text = new String(TestMessages.message(0, new Random(5)), StandardCharsets.ISO_8859_1);
        byte[] bytes = text.replace("Max-Forwards: 70\r\n", "").getBytes(StandardCharsets.ISO_8859_1);
        EmbeddedMessage message = embedding.read(bytes, Optional.empty());
        Contributions found = Contributions.of(message.vector(), model, model.score(message.vector()));
        assertTrue(found.all()
                .stream()
                .filter(Contribution::isMissing)
                .map(each -> SETTINGS.grams().text(each.gram()))
                .toList()
                .containsAll(List.of("Max-", "Forw", "ards")));
        assertTrue(found.missing() > found.all().getFirst().value());
    }
}
